// See jsonld_reader.h.
#include "io/jsonld/jsonld_reader.h"

#include <memory>
#include <utility>

#include "io/jsonld/context_processor.h"
#include "io/jsonld/expander.h"
#include "io/jsonld/json_parser.h"
#include "io/jsonld/jsonld_problem.h"
#include "io/jsonld/to_rdf.h"

namespace whence::io::jsonld {
namespace {

/// Prefixes of the document's own context, for output.
void tell_prefixes(const Json& document, const Context& initial, ContextProcessor& processor,
                   const std::string& base, QuadSink& sink) {
  const Json* local = document.find("@context");
  if (local == nullptr) {
    return;
  }
  const ContextPointer active =
      processor.process(std::make_shared<const Context>(initial), *local, base);
  for (const auto& [name, term] : active->terms) {
    if (term->is_prefix && term->iri && !term->iri->starts_with('_')) {
      sink.prefix(name, *term->iri);
    }
  }
}

}  // namespace

void JsonLdReader::read_document(const Json& document, ContextLoader& loader) {
  const Json expand_context =
      jsonld_.expand_context.empty()
          ? Json()
          : parse_json(jsonld_.expand_context, {.name = "the context to expand with"});
  ContextProcessor processor(loader, jsonld_.processing_mode);
  const std::string& base = options_.base_iri;
  ContextPointer active = std::make_shared<const Context>(
      Context{.base = base.empty() ? std::nullopt : std::optional(base), .original_base = base});
  if (!expand_context.is_null()) {
    const Json* inner = expand_context.find("@context");
    active = processor.process(active, inner == nullptr ? expand_context : *inner, base);
  }
  tell_prefixes(document, *active, processor, base, sink_);
  const Json::Array expanded = Expander(processor, base).expand_document(active, document);
  ToRdf(options_, jsonld_.rdf_direction, sink_).add_nodes(expanded);
}

void JsonLdReader::read_all(ByteSource& source) {
  Json document;
  {
    const std::string text = read_text(source, options_.source_name);
    document = parse_json(text, {.name = options_.source_name, .first_line = options_.first_line});
  }
  ContextLoader loader(options_.contexts);
  try {
    read_document(document, loader);
  } catch (const JsonLdProblem& problem) {
    const JsonPlace place = problem.place();
    // A value that was made along the way has no place: the document begins at the first one.
    const Position position{.line = place.line == 0 ? options_.first_line : place.line,
                            .column = place.line == 0 ? 1 : place.column};
    throw Error(problem.kind(), problem.what(), position,
                place.document == 0 ? options_.source_name : loader.file_of(place.document));
  }
}

}  // namespace whence::io::jsonld
