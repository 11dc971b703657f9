// See syntax_errors.h.
#include "cli/check/syntax_errors.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>

#include <fmt/format.h>

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
                          "suffix such as .ttl or .trig",
                          file.path));
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

/// A line without its comment, as far as that can be told from an IRI's fragment, and trailing
/// space.
std::string_view content_of(std::string_view line) {
  const std::size_t comment = line.find(" #");
  line = line.substr(0, comment);
  const std::size_t last = line.find_last_not_of(" \t\r");
  return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
}

bool is_directive(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t@"), line.size()));
  for (const std::string_view word : {"prefix", "base"}) {
    if (line.size() > word.size() && (line[word.size()] == ' ' || line[word.size()] == '\t') &&
        std::ranges::equal(line.substr(0, word.size()), word,
                           [](char a, char b) { return std::tolower(a) == b; })) {
      return true;
    }
  }
  return false;
}

/// Whether a new statement begins on the next line.
bool ends_statement(std::string_view line) {
  const std::string_view content = content_of(line);
  return content.ends_with('.') || content.ends_with('{') || content.ends_with('}') ||
         is_directive(content);
}

bool closes_graph(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first != std::string_view::npos && line[first] == '}';
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

}  // namespace

std::string without_statement(const std::string& rdf, std::size_t number) {
  const std::vector<std::string_view> lines = lines_of(rdf);
  if (number == 0 || number > lines.size() || is_directive(lines[number - 1])) {
    return {};
  }
  std::size_t first = number - 1;
  while (first > 0 && !ends_statement(lines[first - 1])) {
    --first;
  }
  std::size_t last = number - 1;
  if (content_of(lines[last]).ends_with('{')) {  // The name of a graph: all of the graph.
    while (last + 1 < lines.size() && !closes_graph(lines[last])) {
      ++last;
    }
  } else {
    while (last + 1 < lines.size() && !content_of(lines[last]).ends_with('.') &&
           !closes_graph(lines[last + 1])) {
      ++last;
    }
  }
  std::string rest;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    rest += i < first || i > last ? lines[i] : std::string_view();
    rest += '\n';
  }
  return rest;
}

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
    text = without_statement(text, line_before);
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
