// See turtle_writer.h. Grammar: RDF 1.1 Turtle §6.5, RDF 1.1 TriG §4.5.
#include "io/turtle_writer.h"

#include <algorithm>

#include "io/characters.h"
#include "io/term_text.h"
#include "io/writer_support.h"
#include "rdf/iri.h"
#include "rdf/vocabulary.h"

namespace whence::io {
namespace {

/// PN_PREFIX ([167s]), or nothing at all.
bool is_prefix_name(std::string_view name) {
  return name.empty() ||
         (is_pn_chars_base(decode_utf8(name).code) && blank_node_label_size(name) == name.size());
}

/// PN_LOCAL ([168s]) without its escapes: names that would need one are better read as IRIs.
bool is_plain_local_name(std::string_view name) {
  if (name.empty()) {
    return true;
  }
  const DecodedCharacter first = decode_utf8(name);
  if (first.size == 0 || (!is_label_start(first.code) && first.code != U':') ||
      name.back() == '.') {
    return false;
  }
  for (std::size_t i = first.size; i < name.size();) {
    const bool is_plain = name[i] == '.' || name[i] == ':';
    const std::size_t size = is_plain ? 1 : pn_chars_size(name.substr(i));
    if (size == 0) {
      return false;
    }
    i += size;
  }
  return true;
}

/// A string over several lines, which stay lines; all else is escaped as in a short one.
void append_long_string(std::string& out, std::string_view text) {
  out += "\"\"\"";
  for (;;) {
    const std::size_t size = std::min(text.find('\n'), text.size());
    append_string_content(out, text.substr(0, size));
    if (size == text.size()) {
      break;
    }
    out += '\n';
    text.remove_prefix(size + 1);
  }
  out += "\"\"\"";
}

}  // namespace

TurtleWriter::TurtleWriter(Syntax syntax, ByteSink& sink, const WriteOptions& options)
    : sink_(sink), syntax_(syntax) {
  for (const auto& [name, iri] : options.prefixes) {
    TurtleWriter::prefix(name, iri);
  }
}

void TurtleWriter::prefix(std::string_view name, std::string_view iri) {
  if (!is_prefix_name(name) || !rdf::is_absolute_iri(iri) || !rdf::has_only_iri_characters(iri)) {
    return;
  }
  const auto same = std::ranges::find(namespaces_, name, &Namespace::name);
  if (same != namespaces_.end()) {
    if (same->iri == iri) {
      return;
    }
    namespaces_.erase(same);
  }
  leave_graph();  // No directive may stand in a graph.
  if (!has_prefix_ && has_output_) {
    buffer_ += '\n';
  }
  buffer_.append("@prefix ").append(name).append(": ");
  append_iri(buffer_, iri);
  buffer_ += " .\n";
  has_prefix_ = true;
  const auto shorter = std::ranges::find_if(
      namespaces_, [&](const Namespace& other) { return other.iri.size() < iri.size(); });
  namespaces_.insert(shorter, {std::string(name), std::string(iri)});
}

void TurtleWriter::quad(const rdf::QuadView& quad) {
  if (quad.graph && !info(syntax_).has_graphs) {
    throw_cannot_name_graphs(syntax_, *quad.graph);
  }
  enter_graph(quad.graph);
  const std::string_view indent = graph_ ? "    " : "";
  const bool is_same_subject = is_open_ && subject_.view() == quad.subject;
  if (is_same_subject && predicate_.view() == quad.predicate) {
    buffer_ += " , ";
  } else {
    if (is_same_subject) {
      buffer_.append(" ;\n").append(indent).append("    ");
    } else {
      end_statement();
      buffer_ += indent;
      append(quad.subject);
      buffer_ += ' ';
      subject_ = rdf::Term(quad.subject);
    }
    if (quad.predicate.value == rdf::vocabulary::kType) {
      buffer_ += 'a';
    } else {
      append(quad.predicate);
    }
    buffer_ += ' ';
    predicate_ = rdf::Term(quad.predicate);
  }
  append(quad.object);
  is_open_ = true;
  has_output_ = true;
  if (buffer_.size() >= kWriteSize) {
    flush();
  }
}

void TurtleWriter::finish() {
  leave_graph();
  flush();
}

void TurtleWriter::enter_graph(const std::optional<rdf::TermView>& graph) {
  const bool is_same = graph ? graph_ && graph_->view() == *graph : !graph_;
  if (!is_same) {
    leave_graph();
  }
  if (has_prefix_ || (!is_same && has_output_)) {
    buffer_ += '\n';
    has_prefix_ = false;
  }
  if (!is_same && graph) {
    append(*graph);
    buffer_ += " {\n";
    graph_ = rdf::Term(*graph);
  }
}

/// Ends the open statement and the open graph: whatever follows stands at the top.
void TurtleWriter::leave_graph() {
  end_statement();
  if (graph_) {
    buffer_ += "}\n";
    graph_.reset();
  }
}

void TurtleWriter::end_statement() {
  if (is_open_) {
    buffer_ += " .\n";
    is_open_ = false;
  }
}

void TurtleWriter::flush() {
  if (!buffer_.empty()) {
    sink_.write(buffer_);
    buffer_.clear();
  }
}

void TurtleWriter::append(const rdf::TermView& term) {
  switch (term.kind) {
    case rdf::TermKind::kIri:
      append_resource(term.value);
      return;
    case rdf::TermKind::kBlankNode:
      append_blank_node(buffer_, term.value);
      return;
    case rdf::TermKind::kLiteral:
      append_literal(term);
      return;
  }
}

void TurtleWriter::append_resource(std::string_view iri) {
  if (!append_prefixed_name(iri)) {
    append_iri(buffer_, iri);
  }
}

bool TurtleWriter::append_prefixed_name(std::string_view iri) {
  for (const Namespace& candidate : namespaces_) {
    if (iri.starts_with(candidate.iri) && is_plain_local_name(iri.substr(candidate.iri.size()))) {
      buffer_.append(candidate.name).append(":").append(iri.substr(candidate.iri.size()));
      return true;
    }
  }
  return false;
}

void TurtleWriter::append_literal(const rdf::TermView& literal) {
  if (!literal.datatype.empty() && has_bare_form(literal.value, literal.datatype)) {
    buffer_ += literal.value;
    return;
  }
  if (literal.value.find('\n') != std::string_view::npos) {
    append_long_string(buffer_, literal.value);
  } else {
    append_string(buffer_, literal.value);
  }
  if (!literal.language.empty()) {
    buffer_.append("@").append(literal.language);
  } else if (!literal.datatype.empty()) {
    buffer_ += "^^";
    append_resource(literal.datatype);
  }
}

}  // namespace whence::io
