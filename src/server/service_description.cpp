#include "server/service_description.h"

#include <cstddef>
#include <cstdint>
#include <memory>

#include <fmt/format.h>

#include "io/writer.h"
#include "rdf/term.h"
#include "rdf/vocabulary.h"
#include "results/format.h"

namespace whence::server {
namespace {

using rdf::TermView;

constexpr std::string_view kSd = "http://www.w3.org/ns/sparql-service-description#";
constexpr std::string_view kFormats = "http://www.w3.org/ns/formats/";
constexpr std::string_view kVoid = "http://rdfs.org/ns/void#";

class Description {
 public:
  Description(io::Syntax syntax, io::ByteSink& sink)
      : writer_(io::make_writer(syntax, sink,
                                {.prefixes = {{"sd", std::string(kSd)},
                                              {"formats", std::string(kFormats)},
                                              {"void", std::string(kVoid)}}})) {}

  void service(const TermView& service, std::string_view endpoint) {
    add_type(service, "Service");
    add(service, kSd, "endpoint", TermView::iri(endpoint));
    add(service, kSd, "supportedLanguage", sd("SPARQL11Query"));
    for (const results::FormatInfo& format : results::formats()) {
      if (!format.format_iri.empty()) {  // The table for people is no format of the W3C's.
        add(service, kSd, "resultFormat", TermView::iri(format.format_iri));
      }
    }
    for (const io::SyntaxInfo& syntax : io::syntaxes()) {
      add(service, kSd, "resultFormat", TermView::iri(syntax.format_iri));
    }
  }

  void data_set(const TermView& service, const store::Snapshot& snapshot) {
    const TermView data_set = TermView::blank_node("dataset");
    const TermView default_graph = TermView::blank_node("default");
    add(service, kSd, "defaultDataset", data_set);
    add_type(data_set, "Dataset");
    add(data_set, kSd, "defaultGraph", default_graph);
    const auto graphs = snapshot.named_graphs();
    const bool are_listed = graphs.size() <= kGraphsDescribedMax;
    for (std::size_t i = 0; are_listed && i < graphs.size(); ++i) {
      add(data_set, kSd, "namedGraph", TermView::blank_node(fmt::format("named{}", i)));
    }
    add_graph(default_graph, snapshot.count({}));
    std::string scratch;
    for (std::size_t i = 0; are_listed && i < graphs.size(); ++i) {
      const std::string named = fmt::format("named{}", i);
      const std::string graph = fmt::format("graph{}", i);
      add_type(TermView::blank_node(named), "NamedGraph");
      add(TermView::blank_node(named), kSd, "name", snapshot.term(graphs[i], scratch));
      add(TermView::blank_node(named), kSd, "graph", TermView::blank_node(graph));
      add_graph(TermView::blank_node(graph),
                snapshot.count({.subject = {}, .predicate = {}, .object = {}, .graph = graphs[i]}));
    }
  }

  void finish() { writer_->finish(); }

 private:
  TermView sd(std::string_view name) {
    object_ = fmt::format("{}{}", kSd, name);
    return TermView::iri(object_);
  }

  void add(const TermView& subject, std::string_view vocabulary, std::string_view name,
           const TermView& object) {
    predicate_ = fmt::format("{}{}", vocabulary, name);
    writer_->quad({subject, TermView::iri(predicate_), object, {}});
  }

  void add_type(const TermView& subject, std::string_view name) {
    writer_->quad({subject, TermView::iri(rdf::vocabulary::kType), sd(name), {}});
  }

  void add_graph(const TermView& graph, std::uint64_t triples) {
    add_type(graph, "Graph");
    add(graph, kVoid, "triples", TermView::literal(std::to_string(triples), rdf::xsd::kInteger));
  }

  std::unique_ptr<io::QuadWriter> writer_;
  std::string predicate_;  // What the views of one quad look at.
  std::string object_;
};

}  // namespace

std::string describe_service(const Database& database, std::string_view endpoint,
                             io::Syntax syntax) {
  io::StringSink sink;
  Description description(syntax, sink);
  const TermView service = TermView::blank_node("service");
  description.service(service, endpoint);
  description.data_set(service, *database.snapshot());
  description.finish();
  return sink.text();
}

}  // namespace whence::server
