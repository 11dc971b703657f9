#include "rdf/error.h"

#include <utility>

#include <fmt/format.h>

namespace whence {

Error Error::in(std::string source) const {
  Error named = *this;
  named.source_ = std::move(source);
  return named;
}

std::string Error::formatted(std::string_view fallback_source) const {
  const std::string_view source = source_.empty() ? fallback_source : std::string_view(source_);
  std::string text(source);
  if (position_) {
    text += fmt::format("{}{}:{}", text.empty() ? "" : ":", position_->line, position_->column);
  }
  text += text.empty() ? "error: " : ": error: ";
  text += what();
  return text;
}

}  // namespace whence
