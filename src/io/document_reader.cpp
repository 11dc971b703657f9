// See document_reader.h. IRIs are resolved by rdf::resolve_iri (RDF 1.1 Turtle §6.3), not by Serd,
// whose resolution differs from RFC 3986 in places.
#include "io/document_reader.h"

#include <new>
#include <utility>

#include <fmt/format.h>

#include "io/blank_node_labels.h"
#include "io/syntax_message.h"
#include "rdf/iri.h"

namespace whence::io {

DocumentReader::DocumentReader(Syntax syntax, ByteSource& source, const ReadOptions& options,
                               QuadSink& sink)
    : options_(options),
      sink_(sink),
      filter_(syntax, source, options),
      reader_(serd_reader_new(info(syntax).has_graphs ? SERD_TRIG : SERD_TURTLE, this, nullptr,
                              &on_base, &on_prefix, &on_statement, nullptr)),
      base_(options.base_iri) {
  if (!reader_) {
    throw std::bad_alloc();
  }
  serd_reader_set_strict(reader_.get(), true);
  serd_reader_set_error_sink(reader_.get(), &on_error, this);
}

void DocumentReader::read_all() {
  // One byte a page: then Serd has read exactly what the filter has given out.
  const SerdStatus status =
      serd_reader_read_source(reader_.get(), &on_read, &on_check_stream, this, nullptr, 1);
  if (failure_) {
    std::rethrow_exception(std::exchange(failure_, nullptr));
  }
  if (status > SERD_FAILURE) {  // Serd stopped without a word.
    throw filter_.error_here("expected a statement", false);
  }
}

/// Runs `work` unless something has failed already, and keeps what it throws.
template <typename Work>
SerdStatus DocumentReader::guarded(Work&& work) {
  if (failure_) {
    return SERD_ERR_INTERNAL;
  }
  try {
    work();
    return SERD_SUCCESS;
  } catch (...) {
    failure_ = std::current_exception();
    return SERD_ERR_INTERNAL;
  }
}

std::size_t DocumentReader::on_read(void* buffer, std::size_t, std::size_t, void* self) {
  auto& reader = *static_cast<DocumentReader*>(self);
  if (reader.failure_) {
    return 0;
  }
  try {
    const int byte = reader.filter_.next_byte();
    *static_cast<unsigned char*>(buffer) = static_cast<unsigned char>(byte < 0 ? 0 : byte);
    return byte < 0 ? 0 : 1;
  } catch (...) {
    reader.failure_ = std::current_exception();
    return 0;
  }
}

int DocumentReader::on_check_stream(void* self) {
  return static_cast<DocumentReader*>(self)->failure_ ? 1 : 0;
}

/// Whatever Serd complains about ends the reading, also where Serd itself would go on; its first
/// complaint is the nearest to the mistake.
SerdStatus DocumentReader::on_error(void* self, const SerdError* error) {
  auto& reader = *static_cast<DocumentReader*>(self);
  return reader.guarded([&] {
    SerdMessage buffer{};
    const Complaint complaint = explain(message_of(*error, buffer));
    throw reader.filter_.error_here(complaint.expected, complaint.is_about_previous);
  });
}

SerdStatus DocumentReader::on_base(void* self, const SerdNode* iri) {
  auto& reader = *static_cast<DocumentReader*>(self);
  return reader.guarded(
      [&] { reader.base_ = std::string(reader.resolved(text_of(*iri), reader.object_)); });
}

SerdStatus DocumentReader::on_prefix(void* self, const SerdNode* name, const SerdNode* iri) {
  auto& reader = *static_cast<DocumentReader*>(self);
  return reader.guarded([&] {
    const std::string_view full = reader.resolved(text_of(*iri), reader.object_);
    reader.prefixes_.insert_or_assign(std::string(text_of(*name)), std::string(full));
    reader.sink_.prefix(TurtleFilter::unshielded_prefix(text_of(*name)), full);
  });
}

SerdStatus DocumentReader::on_statement(void* self, SerdStatementFlags, const SerdNode* graph,
                                        const SerdNode* subject, const SerdNode* predicate,
                                        const SerdNode* object, const SerdNode* datatype,
                                        const SerdNode* language) {
  auto& reader = *static_cast<DocumentReader*>(self);
  return reader.guarded([&] {
    rdf::QuadView quad;
    quad.subject = reader.term(*subject, reader.subject_);
    quad.predicate = reader.term(*predicate, reader.predicate_);
    quad.object = object->type == SERD_LITERAL
                      ? reader.literal(text_of(*object), datatype, language)
                      : reader.term(*object, reader.object_);
    if (graph != nullptr) {
      quad.graph = reader.term(*graph, reader.graph_);
    }
    reader.sink_.quad(quad);
  });
}

rdf::TermView DocumentReader::literal(std::string_view lexical, const SerdNode* datatype,
                                      const SerdNode* language) {
  if (language != nullptr && language->n_bytes > 0) {
    return rdf::TermView::language_literal(lexical, text_of(*language));
  }
  if (datatype == nullptr || datatype->type == SERD_NOTHING) {
    return rdf::TermView::literal(lexical);
  }
  return rdf::TermView::literal(lexical, term(*datatype, datatype_).value);
}

/// The IRI or blank node of `node`, built in `buffer` where it is not there as it is.
rdf::TermView DocumentReader::term(const SerdNode& node, std::string& buffer) {
  const std::string_view text = text_of(node);
  switch (node.type) {
    case SERD_URI:
      return rdf::TermView::iri(resolved(text, buffer));
    case SERD_CURIE:
      return rdf::TermView::iri(expanded(text, buffer));
    case SERD_BLANK:
      if (text.starts_with('x')) {  // The filter's mark of a label of the document.
        scope_label(options_.blank_node_scope, text.substr(1), buffer);
      } else {
        scope_generated(options_.blank_node_scope, text.substr(1), buffer);
      }
      return rdf::TermView::blank_node(buffer);
    default:
      throw filter_.error_here("expected an IRI or a blank node", false);
  }
}

std::string_view DocumentReader::resolved(std::string_view iri, std::string& buffer) {
  if (rdf::is_absolute_iri(iri)) {
    return iri;
  }
  if (base_.empty()) {
    throw filter_.error_at_token(
        fmt::format("<{}", iri),
        fmt::format("the relative IRI <{}> has no base: none is declared or known", iri));
  }
  buffer = rdf::resolve_iri(base_, iri);
  return buffer;
}

std::string_view DocumentReader::expanded(std::string_view name, std::string& buffer) {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) {
    throw filter_.error_at_token(name,
                                 fmt::format("expected an IRI or a blank node, found '{}'", name));
  }
  const auto found = prefixes_.find(name.substr(0, colon));
  if (found == prefixes_.end()) {
    const std::string_view prefix = TurtleFilter::unshielded_prefix(name.substr(0, colon));
    throw filter_.error_at_token(
        fmt::format("{}:", prefix),
        fmt::format("expected a declared prefix, found '{}:', which is not declared", prefix));
  }
  buffer.assign(found->second).append(name.substr(colon + 1));
  return buffer;
}

}  // namespace whence::io
