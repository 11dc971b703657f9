#include "oracle/random_terms.h"

#include <rapidcheck.h>

#include "rdf/vocabulary.h"

namespace whence::oracle {

using rdf::Term;

namespace {

Term iri(const char* kind, int count) {
  return Term::iri("http://e/" + (kind + std::to_string(draw(count))));
}

void fill(Graph& graph, int triples) {
  for (int i = 0; i < triples; ++i) {
    const bool is_blank = one_in(10);
    const Term subject =
        is_blank ? Term::blank_node("b" + std::to_string(draw(2))) : random_subject();
    graph.insert({subject, random_predicate(), random_object(true)});
  }
}

}  // namespace

// At its full size: else rapidcheck's first cases draw from the front of a range alone.
int draw(int count) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, count)); }

bool one_in(int count) { return draw(count) == count - 1; }

/// Numbers are dyadic fractions, so that sums do not depend on the order of their terms.
const std::vector<Term>& literals() {
  namespace xsd = rdf::xsd;
  static const std::vector<Term> kLiterals{
      Term::literal("1", xsd::kInteger),
      Term::literal("2", xsd::kInteger),
      Term::literal("a"),
      Term::literal("ab"),
      Term::literal("01", xsd::kInteger),
      Term::literal("1.0", xsd::kDecimal),
      Term::literal("2.50", xsd::kDecimal),
      Term::literal("1", xsd::kDouble),
      Term::literal("2.5E0", xsd::kDouble),
      Term::literal("0.5", xsd::kFloat),
      Term::literal("-3", xsd::kInteger),
      Term::literal("1152921504606846976", xsd::kInteger),
      Term::literal("NaN", xsd::kDouble),
      Term::literal("INF", xsd::kDouble),
      Term::literal("true", xsd::kBoolean),
      Term::literal("0", xsd::kBoolean),
      Term::literal(""),
      Term::language_literal("a", "en"),
      Term::language_literal("ab", "en-GB"),
      Term::language_literal("\xE6\x97\xA5", "ja"),
      Term::literal("2020-02-29", xsd::kDate),
      Term::literal("2020-02-29T12:00:00Z", xsd::kDateTime),
      Term::literal("2020-02-29T13:00:00+01:00", xsd::kDateTime),
      Term::literal("2020-02-29T12:00:00", xsd::kDateTime),
      Term::literal("abc", xsd::kInteger),
      Term::literal("a", "http://e/unknown"),
  };
  return kLiterals;
}

Term random_subject() { return iri("s", 3); }
Term random_predicate() { return iri("p", 3); }

Term random_object(bool with_blank_nodes) {
  switch (draw(with_blank_nodes ? 8 : 7)) {
    case 0:
    case 1:
    case 2:
      return random_subject();
    case 3:
    case 4:
      return literals()[static_cast<std::size_t>(draw(4))];
    case 7:
      return Term::blank_node("b" + std::to_string(draw(2)));
    default:
      return literals()[static_cast<std::size_t>(draw(static_cast<int>(literals().size())))];
  }
}

/// A graph may have the name of a thing that triples speak of.
Term random_graph_name() { return one_in(3) ? Term::iri("http://e/s0") : Term::iri("http://e/g0"); }

DataSet random_data() {
  DataSet data;
  fill(data.default_graph, draw(16));
  const int graphs = one_in(4) ? 0 : 1 + draw(3);
  for (int i = 0; i < graphs; ++i) {
    fill(data.named_graphs[random_graph_name()], 1 + draw(7));
  }
  return data;
}

}  // namespace whence::oracle
