// A triple and the graph it stands in (RDF 1.1 Concepts §3.1, §4): no graph means the default
// graph.
#pragma once

#include <optional>

#include "rdf/term.h"

namespace whence::rdf {

struct QuadView {
  TermView subject;
  TermView predicate;
  TermView object;
  std::optional<TermView> graph;

  friend bool operator==(const QuadView&, const QuadView&) = default;
};

struct Quad {
  Term subject;
  Term predicate;
  Term object;
  std::optional<Term> graph;

  Quad() = default;
  Quad(Term s, Term p, Term o, std::optional<Term> g = std::nullopt)
      : subject(std::move(s)), predicate(std::move(p)), object(std::move(o)), graph(std::move(g)) {}
  explicit Quad(const QuadView& view)
      : subject(view.subject), predicate(view.predicate), object(view.object) {
    if (view.graph) {
      graph = Term(*view.graph);
    }
  }

  [[nodiscard]] QuadView view() const {
    return {subject, predicate, object,
            graph ? std::optional<TermView>(graph->view()) : std::nullopt};
  }

  friend bool operator==(const Quad&, const Quad&) = default;
  friend auto operator<=>(const Quad&, const Quad&) = default;
};

}  // namespace whence::rdf
