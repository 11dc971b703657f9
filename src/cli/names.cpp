// See names.h.
#include "cli/names.h"

#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rdf/error.h"

namespace whence::cli {

std::string syntax_names() {
  std::vector<std::string_view> names;
  for (const io::SyntaxInfo& syntax : io::syntaxes()) {
    names.push_back(syntax.short_name);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string format_names() {
  std::vector<std::string_view> names;
  for (const results::FormatInfo& format : results::formats()) {
    names.push_back(format.names.front());
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

io::Syntax parse_syntax(std::string_view name, std::string_view option) {
  if (const auto syntax = io::syntax_from_name(name)) {
    return *syntax;
  }
  throw Error(ErrorCode::kUsage, fmt::format("{}: expected an RDF syntax ({}, or a media type), "
                                             "found '{}'",
                                             option, syntax_names(), name));
}

results::Format parse_format(std::string_view name, std::string_view option) {
  if (const auto format = results::format_from_name(name)) {
    return *format;
  }
  throw Error(ErrorCode::kUsage, fmt::format("{}: expected a format of results ({}, or a media "
                                             "type), found '{}'",
                                             option, format_names(), name));
}

}  // namespace whence::cli
