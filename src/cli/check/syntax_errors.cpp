// See syntax_errors.h.
#include "cli/check/syntax_errors.h"

#include <array>
#include <optional>

#include <fmt/format.h>

#include "cli/check/statement_removal.h"
#include "io/byte_source.h"
#include "io/reader.h"
#include "results/json_reader.h"

namespace whence::cli {
namespace {

class NoQuads final : public io::QuadSink {
 public:
  void quad(const rdf::QuadView&) override {}
};

class NoRows final : public results::ResultSink {
 public:
  void begin(const std::vector<std::string>&) override {}
  void row(std::span<const std::optional<rdf::TermView>>) override {}
  void boolean(bool) override {}
};

std::string text_of(const std::string& path) {
  const auto source = io::open_source(path);
  std::string text;
  std::array<char, 1 << 16> block{};
  while (const std::size_t size = source->read(block)) {
    text.append(block.data(), size);
  }
  return text;
}

io::Syntax syntax_of(const InputFile& file) {
  if (const auto syntax = file.syntax ? file.syntax : io::syntax_from_path(file.path)) {
    return *syntax;
  }
  (void)io::open_source(file.path);  // That it is not there at all goes first.
  throw Error(ErrorCode::kUsage,
              fmt::format("cannot tell the syntax of {} by its name; expected a folder, or a "
                          "suffix ({})",
                          file.path, io::syntax_suffixes()));
}

bool is_about_text(const Error& error) {
  return error.position() &&
         (error.code() == ErrorCode::kSyntax || error.code() == ErrorCode::kBadData ||
          error.code() == ErrorCode::kUnsupported);
}

/// Runs `action`; the error about a text that it throws.
template <typename Action>
std::optional<Error> error_of(const Action& action) {
  try {
    action();
  } catch (const Error& error) {
    if (is_about_text(error)) {
      return error;
    }
    throw;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Error> rdf_errors(const InputFile& file) {
  const io::Syntax syntax = syntax_of(file);
  const io::ReadOptions options{.base_iri = file_iri(file.path), .source_name = file.path};
  NoQuads nowhere;
  std::optional<Error> error = error_of([&] {
    const auto source = io::open_source(file.path);
    io::read(syntax, *source, options, nowhere);
  });
  std::vector<Error> errors;
  std::string text = error ? text_of(file.path) : std::string();
  std::size_t line_before = 0;
  while (error && error->position()->line > line_before) {
    errors.push_back(*error);
    line_before = error->position()->line;
    text = without_statement(text, line_before, syntax);
    if (text.empty() || errors.size() == kErrorsOfFileMax) {
      break;
    }
    error = error_of([&] {
      io::StringSource source(text);
      io::read(syntax, source, options, nowhere);
    });
  }
  return errors;
}

std::vector<Error> query_errors(const std::string& path, const std::string& text) {
  const auto error = error_of([&] { (void)Database().query(text); });
  return error ? std::vector{error->in(path)} : std::vector<Error>();
}

std::vector<Error> results_errors(const std::string& path) {
  NoRows nowhere;
  const auto error = error_of([&] {
    const auto source = io::open_source(path);
    results::read_json(*source, {.source_name = path}, nowhere);
  });
  return error ? std::vector{*error} : std::vector<Error>();
}

}  // namespace whence::cli
