// Property paths: [88] Path to [96] PathOneInPropertySet, and what they are translated to: triple
// patterns, unions, and Path nodes for the rest (§18.2.2.3, §18.2.2.4).
#include <algorithm>
#include <type_traits>
#include <utility>

#include "rdf/vocabulary.h"
#include "sparql/grammar.h"

namespace whence::sparql {

namespace {

std::size_t height_of(const PropertyPath& path);

std::size_t height_of(const std::vector<PropertyPath>& parts) {
  std::size_t height = 0;
  for (const PropertyPath& part : parts) {
    height = std::max(height, height_of(part));
  }
  return height;
}

/// Recursive: parentheses of a path nest no deeper than ParserOptions::depth_max, and add four
/// levels at most each.
std::size_t height_of(const PropertyPath& path) {
  return 1 + std::visit(
                 [](const auto& node) -> std::size_t {
                   if constexpr (requires { node.path; }) {
                     return height_of(*node.path);
                   } else if constexpr (requires { node.steps; }) {
                     return height_of(node.steps);
                   } else if constexpr (requires { node.branches; }) {
                     return height_of(node.branches);
                   } else {
                     return 0;
                   }
                 },
                 path.node);
}

/// `path` with *, + or ? after it. A repetition of a repetition is one: what either part lets be
/// left out may be left out, and what either repeats is repeated ((p?)+ and (p+)? are p*).
PropertyPath repeated(PropertyPath path, bool includes_zero, bool is_unbounded) {
  if (auto* inner = std::get_if<RepeatedPath>(&path.node)) {
    inner->includes_zero |= includes_zero;
    inner->is_unbounded |= is_unbounded;
    return path;
  }
  return {RepeatedPath{std::move(path), includes_zero, is_unbounded}};
}

}  // namespace

/// [88] Path and [89] PathAlternative
PropertyPath Grammar::path() {
  std::vector<PropertyPath> branches;
  do {
    branches.push_back(path_sequence());
  } while (accept("|"));
  return branches.size() == 1 ? std::move(branches.front())
                              : PropertyPath{AlternativePath{std::move(branches)}};
}

/// [90] PathSequence
PropertyPath Grammar::path_sequence() {
  std::vector<PropertyPath> steps;
  do {
    steps.push_back(path_element());
  } while (accept("/"));
  return steps.size() == 1 ? std::move(steps.front())
                           : PropertyPath{SequencePath{std::move(steps)}};
}

/// [91] PathElt to [93] PathMod. "^" holds of all of the element: ^p* is ^(p*). In "?s :p +5" the
/// sign is the number's.
PropertyPath Grammar::path_element() {
  const bool is_inverse = accept("^");
  PropertyPath element = path_primary();
  if (accept("*")) {
    element = repeated(std::move(element), true, true);
  } else if (accept("?")) {
    element = repeated(std::move(element), true, false);
  } else if (!at_number() && accept("+")) {
    element = repeated(std::move(element), false, true);
  }
  return is_inverse ? PropertyPath{InversePath{std::move(element)}} : element;
}

/// [94] PathPrimary
PropertyPath Grammar::path_primary() {
  if (at("(")) {
    const Nesting nesting(*this);
    take();
    PropertyPath inner = path();
    expect(")", "')' or an operator of paths");
    return inner;
  }
  if (accept("!")) {
    return {negated_property_set()};
  }
  return {PredicatePath{path_predicate("an IRI, 'a', '!' or '(' in the path")}};
}

/// [95] PathNegatedPropertySet
NegatedPropertySet Grammar::negated_property_set() {
  NegatedPropertySet set;
  const bool is_list = accept("(");
  if (is_list && accept(")")) {
    return set;
  }
  do {  // [96] PathOneInPropertySet
    std::vector<rdf::Term>& direction = accept("^") ? set.backward : set.forward;
    direction.push_back(path_predicate("an IRI, 'a' or '^' in the negated property set"));
  } while (is_list && accept("|"));
  if (is_list) {
    expect(")", "')' or '|' in the negated property set");
  }
  return set;
}

rdf::Term Grammar::path_predicate(std::string_view expected) {
  if (at_type()) {
    take();
    return rdf::Term::iri(rdf::vocabulary::kType);
  }
  if (!at_iri()) {
    fail_expected(expected);
  }
  return iri();
}

/// §18.2.2.4. A sequence is its steps between new variables, an alternative the Union of its
/// branches (§18.4 gives both the same solutions, as often); an inverse exchanges the two ends.
void Grammar::connect(const PatternTerm& subject, const VerbPath& verb, const PropertyPath& path,
                      const PatternTerm& object, Triples& triples) {
  if (const auto* predicate = std::get_if<PredicatePath>(&path.node)) {
    triples.patterns.push_back({subject, predicate->iri, object});
  } else if (const auto* inverse = std::get_if<InversePath>(&path.node)) {
    connect(object, verb, *inverse->path, subject, triples);
  } else if (const auto* sequence = std::get_if<SequencePath>(&path.node)) {
    PatternTerm from = subject;
    for (std::size_t i = 0; i + 1 < sequence->steps.size(); ++i) {
      PatternTerm to = internal_variable("path");
      connect(from, verb, sequence->steps[i], to, triples);
      from = std::move(to);
    }
    connect(from, verb, sequence->steps.back(), object, triples);
  } else if (const auto* alternative = std::get_if<AlternativePath>(&path.node)) {
    std::vector<Algebra> branches;
    std::size_t height = 0;
    for (const PropertyPath& branch : alternative->branches) {
      Triples of_branch;
      connect(subject, verb, branch, object, of_branch);
      branches.push_back(joined_triples(std::move(of_branch)));
      height = std::max(height, height_);
    }
    triples.height = std::max(triples.height, above(height));
    triples.paths.push_back({Union{std::move(branches)}});
  } else {
    triples.height = std::max(triples.height, above(height_of(path)));
    triples.paths.push_back({Path{subject, path, object, verb.position}});
  }
}

}  // namespace whence::sparql
