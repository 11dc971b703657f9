// See line_reader.h.
#include "io/line_reader.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

#include <fmt/format.h>

#include "io/blank_node_labels.h"
#include "io/characters.h"
#include "io/statement_line.h"
#include "io/syntax_message.h"
#include "rdf/iri.h"

namespace whence::io {
namespace {

constexpr std::size_t kBlockSize = std::size_t{1} << 18;
constexpr std::size_t kStatementsOfReaderMax = 256;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Reads the first bytes, leaves a byte order mark out, and returns how many stay.
std::size_t read_start(ByteSource& source, std::string& buffer) {
  std::size_t size = 0;
  while (size < kByteOrderMark.size()) {
    const std::size_t count =
        source.read(std::span(buffer).subspan(size, kByteOrderMark.size() - size));
    if (count == 0) {
      return size;
    }
    size += count;
  }
  return std::string_view(buffer).starts_with(kByteOrderMark) ? 0 : size;
}

}  // namespace

LineReader::LineReader(Syntax syntax, const ReadOptions& options, QuadSink& sink)
    : options_(options),
      sink_(sink),
      has_graphs_(info(syntax).has_graphs),
      line_number_(options.first_line) {
  renew_reader();
}

void LineReader::renew_reader() {
  reader_.reset(
      serd_reader_new(SERD_NQUADS, this, nullptr, nullptr, nullptr, &on_statement, nullptr));
  if (!reader_) {
    throw std::bad_alloc();
  }
  serd_reader_set_strict(reader_.get(), true);
  serd_reader_set_error_sink(reader_.get(), &on_error, this);
  statements_of_reader_ = 0;
}

void LineReader::read_all(ByteSource& source) {
  std::string buffer(kBlockSize + 1, '\0');       // One more for the end of the last line.
  std::size_t held = read_start(source, buffer);  // The front of a line still without its end.
  for (bool is_at_end = false; !is_at_end;) {
    if (buffer.size() - held < kBlockSize / 2) {
      buffer.resize(buffer.size() * 2);
    }
    const std::size_t count =
        source.read(std::span(buffer).subspan(held, buffer.size() - 1 - held));
    is_at_end = count == 0;
    const std::string_view text(buffer.data(), held + count);
    const std::size_t end = is_at_end ? text.size() : text.rfind('\n') + 1;  // npos + 1 is 0.
    read_lines(buffer.data(), buffer.data() + end);
    held = text.size() - end;
    std::memmove(buffer.data(), buffer.data() + end, held);
  }
}

/// Whole lines; the byte at `end` may be overwritten.
void LineReader::read_lines(char* begin, char* end) {
  const std::string_view text(begin, static_cast<std::size_t>(end - begin));
  const char* const invalid = begin + valid_utf8_size(text);
  while (begin < end) {
    auto* line_end =
        static_cast<char*>(std::memchr(begin, '\n', static_cast<std::size_t>(end - begin)));
    line_end = line_end == nullptr ? end : line_end;
    if (invalid < line_end) {
      line_ = {begin, static_cast<std::size_t>(line_end - begin)};
      fail("expected UTF-8", static_cast<std::size_t>(invalid - begin));
    }
    read_line(begin, line_end);
    ++line_number_;
    begin = line_end + 1;
  }
}

/// One line without its end. EOL is [#xD#xA]+ ([6]): a lone carriage return ends a statement too.
void LineReader::read_line(char* begin, char* end) {
  while (begin < end) {
    auto* stop =
        static_cast<char*>(std::memchr(begin, '\r', static_cast<std::size_t>(end - begin)));
    stop = stop == nullptr ? end : stop;
    const char kept = *stop;
    *stop = '\0';  // Serd reads to a NUL. At `end` stands the line feed, or the spare byte.
    const std::string_view line(begin, static_cast<std::size_t>(stop - begin));
    const std::size_t first = line.find_first_not_of(" \t");
    if (first != std::string_view::npos && line[first] != '#') {
      line_ = line;
      if (line[first] != '<' && line[first] != '_') {
        fail("expected a subject (an IRI or a blank node)", first);
      }
      read_statement(line, begin);
    }
    *stop = kept;
    begin = stop + 1;
  }
}

void LineReader::read_statement(std::string_view line, const char* text) {
  has_escapes_ = line.find('\\') != std::string_view::npos;
  const bool has_nul = line.find('\0') != std::string_view::npos;
  if (has_nul) {
    rewritten_ = rewrite_for_serd(line);
    text = rewritten_.c_str();
  }
  parse(text);
  if (failure_ && !has_statement_ && has_graphs_ && !has_nul) {
    failure_ = nullptr;  // Nothing has gone out yet, so it may be tried otherwise.
    rewritten_ = rewrite_for_serd(line);
    parse(rewritten_.c_str());
  }
  if (failure_) {
    std::rethrow_exception(std::exchange(failure_, nullptr));
  }
}

/// Gives the line to Serd; afterwards either failure_ or has_statement_ is set, or both.
void LineReader::parse(const char* text) {
  if (++statements_of_reader_ > kStatementsOfReaderMax) {
    renew_reader();
  }
  has_statement_ = false;
  const SerdStatus status =
      serd_reader_read_string(reader_.get(), reinterpret_cast<const uint8_t*>(text));
  if (!failure_ && (status != SERD_SUCCESS || !has_statement_)) {  // Serd stopped without a word.
    complain("expected a statement", 0);
  }
}

/// Keeps the error as failure_, with better words where the place tells more than Serd does.
void LineReader::complain(std::string_view expected, std::size_t offset) {
  try {
    if (has_statement_) {
      fail("expected the end of the line", end_of_statement(line_));
    }
    if (expected == "expected '<'" && offset >= start_of_graph(line_)) {
      fail(has_graphs_ ? "expected '.' or a graph (an IRI or a blank node)" : "expected '.'",
           offset);
    }
    if (expected == "expected '<'") {
      fail("expected a predicate (an IRI)", offset);
    }
    if (has_escapes_ && expected == kCodePointExpected) {
      fail(expected, start_of_bad_escape(line_));
    }
    fail(expected, expected == kIriEscapeExpected ? line_.rfind('\\', offset) : offset);
  } catch (...) {
    failure_ = std::current_exception();
  }
}

SerdStatus LineReader::on_error(void* self, const SerdError* error) {
  auto& reader = *static_cast<LineReader*>(self);
  if (!reader.failure_) {
    SerdMessage buffer{};
    const Complaint complaint = explain(message_of(*error, buffer));
    std::size_t offset = error->col > 0 ? error->col - 1 : 0;
    offset -= complaint.is_about_previous && offset > 0 ? 1 : 0;
    reader.complain(complaint.expected, offset);
  }
  return SERD_SUCCESS;
}

SerdStatus LineReader::on_statement(void* self, SerdStatementFlags, const SerdNode* graph,
                                    const SerdNode* subject, const SerdNode* predicate,
                                    const SerdNode* object, const SerdNode* datatype,
                                    const SerdNode* language) {
  auto& reader = *static_cast<LineReader*>(self);
  if (reader.failure_) {
    return SERD_ERR_INTERNAL;
  }
  try {
    if (reader.has_statement_) {
      reader.fail("expected the end of the line", end_of_statement(reader.line_));
    }
    reader.has_statement_ = true;
    reader.emit(graph, *subject, *predicate, *object, datatype, language);
    return SERD_SUCCESS;
  } catch (...) {
    reader.failure_ = std::current_exception();
    return SERD_ERR_INTERNAL;
  }
}

void LineReader::emit(const SerdNode* graph, const SerdNode& subject, const SerdNode& predicate,
                      const SerdNode& object, const SerdNode* datatype, const SerdNode* language) {
  rdf::QuadView quad;
  quad.subject = term(subject, subject_);
  quad.predicate = term(predicate, object_);
  if (object.type != SERD_LITERAL) {
    quad.object = term(object, object_);
  } else {
    const std::string_view lexical = text_of(object);
    check_characters(lexical);
    if (language != nullptr) {
      const std::string_view tag = text_of(*language);
      if (!is_language_tag(tag)) {
        fail(fmt::format("'@{}' is no language tag: expected letters or digits after '-'", tag),
             line_.rfind(tag));
      }
      quad.object = rdf::TermView::language_literal(lexical, tag);
    } else if (datatype != nullptr) {
      quad.object = rdf::TermView::literal(lexical, term(*datatype, object_).value);
    } else {
      quad.object = rdf::TermView::literal(lexical);
    }
  }
  if (graph != nullptr) {
    if (!has_graphs_) {
      fail("expected '.'", start_of_graph(line_));
    }
    quad.graph = term(*graph, graph_);
  }
  sink_.quad(quad);
}

rdf::TermView LineReader::term(const SerdNode& node, std::string& buffer) {
  const std::string_view text = text_of(node);
  if (node.type == SERD_URI) {
    check_iri(text);
    return rdf::TermView::iri(text);
  }
  if (node.type != SERD_BLANK) {  // Serd takes a prefixed name here, too.
    fail("expected an IRI in '<' and '>'", line_.find(text));
  }
  if (blank_node_label_size(text) != text.size()) {  // Serd takes "-a" and "a..", too.
    fail("expected a blank node label", line_.find(text));
  }
  scope_label(options_.blank_node_scope, text, buffer);
  return rdf::TermView::blank_node(buffer);
}

/// What an escape may have brought in; other characters have been checked by Serd.
void LineReader::check_iri(std::string_view iri) const {
  if (has_escapes_ && !rdf::has_only_iri_characters(iri)) {
    fail_with(fmt::format("expected an IRI, found '{}' with a character that no IRI may have", iri),
              line_.find('\\'));
  }
  check_characters(iri);
}

/// The input is valid UTF-8, so what is not valid here was escaped: a surrogate.
void LineReader::check_characters(std::string_view text) const {
  if (has_escapes_ && valid_utf8_size(text) < text.size()) {
    fail(kCodePointExpected, start_of_bad_escape(line_));
  }
}

void LineReader::fail(std::string_view expected, std::size_t offset) const {
  fail_with(expected_found(expected, line_.substr(std::min(offset, line_.size()))), offset);
}

void LineReader::fail_with(const std::string& message, std::size_t offset) const {
  const std::string_view before = line_.substr(0, std::min(offset, line_.size()));
  throw Error(ErrorCode::kBadData, message, Position{line_number_, count_code_points(before) + 1},
              options_.source_name);
}

}  // namespace whence::io
