// A property path (SPARQL 1.1 §9) as it is walked: predicates are ids, inverses are folded into the
// steps, closures of closures are one. It is read from its start to its end; `reversed` reads it
// the other way. A part that no quad could match is gone, or is a choice of nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "rdf/box.h"
#include "sparql/algebra.h"
#include "store/snapshot.h"

namespace whence::plan {

struct Path;

/// An edge of one predicate: from subject to object, or back.
struct PathStep {
  store::Id predicate;
  bool is_backward = false;
};

/// An edge of any predicate but these.
struct PathExcept {
  std::vector<store::Id> predicates;
  bool is_backward = false;
};

struct PathSequence {
  std::vector<Path> parts;  ///< Two or more.
};

struct PathChoice {
  std::vector<Path> branches;  ///< None: the path leads nowhere. Never one.
};

/// `step` any number of times, or at most once; each node that it leads to once (§18.4, ALP).
struct PathClosure {
  rdf::Box<Path> step;
  bool includes_zero = false;
  bool is_unbounded = false;
};

struct Path {
  std::variant<PathStep, PathExcept, PathSequence, PathChoice, PathClosure> node;
};

[[nodiscard]] Path make_path(const sparql::PropertyPath& path, const store::Snapshot& snapshot);

/// From the end to the start.
[[nodiscard]] Path reversed(const Path& path);

/// Whether it may lead from a node to itself without an edge.
[[nodiscard]] bool is_nullable(const Path& path);

/// Whether it leads nowhere, whatever the data.
[[nodiscard]] bool is_nothing(const Path& path);

/// The edges with which a walk can begin, steps and excepts alone, each once.
[[nodiscard]] std::vector<Path> first_edges(const Path& path);

/// How many edges are written in it.
[[nodiscard]] std::size_t edge_count(const Path& path);

/// What a node that no quad has is connected with: itself and nothing else, so often. A term of the
/// query is a node of every path that it stands beside; a variable takes nodes of the graph alone
/// (§18.4, ZeroLengthPath).
[[nodiscard]] std::uint64_t zero_length_count(const Path& path, bool start_is_term,
                                              bool end_is_term);

/// As an S-expression; predicates as id_text.h prints them.
[[nodiscard]] std::string to_string(const Path& path);

}  // namespace whence::plan
