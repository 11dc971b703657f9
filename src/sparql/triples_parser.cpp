// Triples: [55] TriplesBlock to [105] GraphNodePath, and the templates of CONSTRUCT. The triples of
// a blank node property list or a collection come before the triple that they stand in.
#include <utility>

#include "rdf/vocabulary.h"
#include "sparql/grammar.h"

namespace whence::sparql {

bool Grammar::at_pair(std::string_view open, std::string_view close) const {
  return at(open) && peek(1).kind == TokenKind::kPunctuation && peek(1).text == close;
}

bool Grammar::at_triples() const {
  return peek().kind == TokenKind::kVariable || peek().kind == TokenKind::kString ||
         peek().kind == TokenKind::kBlankNode || at_iri() || at_number() || at_boolean() ||
         at("[") || at("(");
}

bool Grammar::at_verb() const {
  return peek().kind == TokenKind::kVariable || at_iri() || at_type() || at("^") || at("!") ||
         at("(");
}

/// `a`, the one keyword that is matched in its case (§19.8, note 1).
bool Grammar::at_type() const { return peek().kind == TokenKind::kWord && peek().text == "a"; }

/// [55] TriplesBlock and [52] TriplesTemplate: a dot stands between and may stand at the end.
void Grammar::triples_block(Triples& triples) {
  do {
    triples_same_subject(triples);
  } while (accept(".") && at_triples());
}

/// [75] and [81]. A subject that says something itself needs no properties.
void Grammar::triples_same_subject(Triples& triples) {
  const bool says_something = (at("[") && !at_pair("[", "]")) || (at("(") && !at_pair("(", ")"));
  const PatternTerm subject = graph_node(triples);
  if (!says_something || at_verb()) {
    property_list_not_empty(subject, triples);
  }
}

/// [77] and [83]
void Grammar::property_list_not_empty(const PatternTerm& subject, Triples& triples) {
  object_list(subject, verb(), triples);
  while (accept(";")) {
    if (at_verb()) {
      object_list(subject, verb(), triples);
    }
  }
}

/// [78] Verb, [84] VerbPath and [85] VerbSimple. A template has no paths.
Grammar::Verb Grammar::verb() {
  if (peek().kind == TokenKind::kVariable) {
    return variable();
  }
  constexpr std::string_view kExpected = "a predicate: a variable, an IRI or 'a'";
  const Position position = peek().position;
  if (in_template_ || !at_verb()) {
    return VerbPath{{PredicatePath{path_predicate(kExpected)}}, position};
  }
  return VerbPath{path(), position};
}

/// [79] and [86]
void Grammar::object_list(const PatternTerm& subject, const Verb& verb, Triples& triples) {
  do {
    const PatternTerm object = graph_node(triples);
    if (const auto* variable = std::get_if<Variable>(&verb)) {
      triples.patterns.push_back({subject, *variable, object});
    } else {
      const auto& found = std::get<VerbPath>(verb);
      connect(subject, found, found.path, object, triples);
    }
  } while (accept(","));
}

/// [104] and [105]
PatternTerm Grammar::graph_node(Triples& triples) {
  if (at_pair("[", "]")) {
    take();
    take();
    return fresh_blank_node();
  }
  if (at_pair("(", ")")) {
    take();
    take();
    return rdf::Term::iri(rdf::vocabulary::kNil);
  }
  if (at("[")) {
    return blank_node_property_list(triples);
  }
  if (at("(")) {
    return collection(triples);
  }
  return var_or_term();
}

/// [102] and [103]: a list of rdf:first and rdf:rest (§4.2.3).
PatternTerm Grammar::collection(Triples& triples) {
  const Nesting nesting(*this);
  take();
  const PatternTerm first = rdf::Term::iri(rdf::vocabulary::kFirst);
  const PatternTerm rest = rdf::Term::iri(rdf::vocabulary::kRest);
  const PatternTerm head = fresh_blank_node();
  PatternTerm cell = head;
  while (true) {
    PatternTerm member = graph_node(triples);
    triples.patterns.push_back({cell, first, std::move(member)});
    if (accept(")")) {
      triples.patterns.push_back({cell, rest, rdf::Term::iri(rdf::vocabulary::kNil)});
      return head;
    }
    if (!at_triples()) {
      fail_expected("')' or a member of the collection");
    }
    PatternTerm next = fresh_blank_node();
    triples.patterns.push_back({cell, rest, next});
    cell = std::move(next);
  }
}

/// [99] and [101] (§4.1.4)
PatternTerm Grammar::blank_node_property_list(Triples& triples) {
  const Nesting nesting(*this);
  take();
  PatternTerm node = fresh_blank_node();
  property_list_not_empty(node, triples);
  expect("]", "']', ';' or ','");
  return node;
}

/// [73] ConstructTemplate: triples alone, their blank nodes being terms (§16.2.1).
std::vector<TemplateTriple> Grammar::construct_template() {
  expect("{");
  Triples triples;
  in_template_ = true;
  if (at_triples()) {
    triples_block(triples);
  }
  in_template_ = false;
  if (at_triples()) {
    fail_expected("'.' before the next triple");
  }
  expect("}", "'}' or a triple");
  std::vector<TemplateTriple> result;
  result.reserve(triples.patterns.size());
  for (TriplePattern& triple : triples.patterns) {
    result.push_back(
        {std::move(triple.subject), std::move(triple.predicate), std::move(triple.object)});
  }
  return result;
}

}  // namespace whence::sparql
