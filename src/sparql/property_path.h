// Property path expressions of SPARQL 1.1 §9.1, as the algebra holds them (§18.1.7, §18.2.2.3).
// Values, like the algebra's nodes; their height counts towards ParserOptions::depth_max.
#pragma once

#include <variant>
#include <vector>

#include "rdf/box.h"
#include "rdf/term.h"

namespace whence::sparql {

struct PropertyPath;

/// `iri`: link(iri), one triple.
struct PredicatePath {
  rdf::Term iri;
};

/// `^path`: the path from object to subject.
struct InversePath {
  rdf::Box<PropertyPath> path;
};

/// `a/b/...`: one path after the other.
struct SequencePath {
  std::vector<PropertyPath> steps;  ///< Two or more.
};

/// `a|b|...`: any of them; what two of them find is found twice (§18.4).
struct AlternativePath {
  std::vector<PropertyPath> branches;  ///< Two or more.
};

/// `path*` (zero, unbounded), `path+` (unbounded) and `path?` (zero). Finds each pair once (§18.4).
struct RepeatedPath {
  rdf::Box<PropertyPath> path;
  bool includes_zero = false;
  bool is_unbounded = false;
};

/// `!(a|^b|...)`: a triple whose predicate is none of `forward`, and, if `backward` is given, one
/// from object to subject whose predicate is none of `backward` (§18.2.2.3: the alternative of two
/// sets). A direction that no part of the set names is not gone; in `!()` the forward one is.
struct NegatedPropertySet {
  std::vector<rdf::Term> forward;
  std::vector<rdf::Term> backward;

  [[nodiscard]] bool goes_forward() const { return !forward.empty() || backward.empty(); }
  [[nodiscard]] bool goes_backward() const { return !backward.empty(); }
};

struct PropertyPath {
  std::variant<PredicatePath, InversePath, SequencePath, AlternativePath, RepeatedPath,
               NegatedPropertySet>
      node;
};

}  // namespace whence::sparql
