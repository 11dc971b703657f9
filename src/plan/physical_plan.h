// The physical plan: which operators run, over which columns, in which order. A plan is const and
// made for one snapshot; running state stands beside it (exec/), so that one plan can be run by
// many. Nodes are values, like the algebra's.
//
// Invariants of a node: `maybe_unbound` has an entry a column; `sorted_by` names columns, the most
// significant first, by which the output ascends *as ids* (unbound first); no two columns are the
// same variable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "plan/path.h"
#include "rdf/box.h"
#include "sparql/algebra.h"
#include "store/quad_pattern.h"

namespace whence::plan {

using rdf::Box;
using sparql::Expression;
using sparql::Variable;

struct Plan;

/// The quads of a pattern as a range of an index. `output` says which scanned columns (positions in
/// `order`) are handed on; `equal` which pairs of scanned columns must be the same term, because
/// one variable stands in both. A row with one of `excluded` in the predicate's column is left out.
struct IndexScan {
  store::QuadPattern pattern;
  store::SortOrder order;
  std::vector<std::size_t> output;
  std::vector<std::pair<std::size_t, std::size_t>> equal;
  std::vector<store::Id> excluded;
};

/// Inline rows (SPARQL 1.1 §10.2). One row without columns is the join identity; no row is nothing.
struct InlineRows {
  std::vector<std::vector<std::optional<rdf::Term>>> rows;
};

/// The name of every named graph, each once.
struct GraphNames {};

/// Whether a solution of the left that matches nothing is kept (§18.5, LeftJoin).
enum class JoinKind : std::uint8_t { kInner, kLeft };

/// Both sides are sorted by the key columns, which are always bound. Output: the left's columns,
/// then the right's that are no keys.
struct MergeJoin {
  JoinKind kind = JoinKind::kInner;
  Box<Plan> left;
  Box<Plan> right;
  std::vector<std::pair<std::size_t, std::size_t>> keys;  ///< Columns of left and right.
};

/// The right side is built into a hash table over the keys, the left probes it. `compatible` are
/// shared columns where either side may be unbound: they match if equal or if one is unbound
/// (§18.3, compatible mappings), and the output takes the bound one.
struct HashJoin {
  JoinKind kind = JoinKind::kInner;
  Box<Plan> left;
  Box<Plan> right;
  std::vector<std::pair<std::size_t, std::size_t>> keys;
  std::vector<std::pair<std::size_t, std::size_t>> compatible;
  std::optional<Expression> condition;  ///< Over the output's columns; only for kLeft.
};

/// What becomes of a row of the left by whether the right has a partner for it. Rows of the right
/// are never handed on, so how many partners there are makes no difference.
enum class PartnerUse : std::uint8_t {
  kSemi,   ///< Kept if there is one (EXISTS).
  kAnti,   ///< Kept if there is none (NOT EXISTS; MINUS where a shared variable is always bound).
  kMinus,  ///< As kAnti; a partner must also bind one of `compatible` that the row binds.
  kMark,   ///< Kept, with one more column, the last, that says whether there is one.
};

/// Both sides are sorted by the key columns, which are always bound. Never kMinus.
struct MergeSemiJoin {
  PartnerUse use = PartnerUse::kSemi;
  Box<Plan> left;
  Box<Plan> right;
  std::vector<std::pair<std::size_t, std::size_t>> keys;  ///< Columns of left and right.
};

/// The right side is built into hash tables; `keys` and `compatible` are as in HashJoin.
struct HashSemiJoin {
  PartnerUse use = PartnerUse::kSemi;
  Box<Plan> left;
  Box<Plan> right;
  std::vector<std::pair<std::size_t, std::size_t>> keys;
  std::vector<std::pair<std::size_t, std::size_t>> compatible;
};

/// An end of a path: a column of the child, or a term of the query.
using PathEnd = std::variant<std::size_t, rdf::Term>;

/// Each row of the child with each end of the path from its start (SPARQL 1.1 §18.4). Without
/// `end`, what is reached is one more column, the last; with it, a row stays as often as the path
/// connects the two. Columns that are named here are always bound.
struct PathSearch {
  JoinKind kind = JoinKind::kInner;
  Path path;
  PathEnd start;
  std::optional<PathEnd> end;
  std::variant<std::size_t, store::Id> graph;  ///< A column of the child, or one graph.
  /// The child has each start once, and nodes of the graph alone.
  bool starts_are_nodes = false;
  Box<Plan> child;
};

/// Each row of the child with each solution of an endpoint that is compatible with it (SPARQL 1.1
/// Federated Query §2, §4). Output: the child's columns, then those of `variables` that it has not.
struct ServiceCall {
  JoinKind kind = JoinKind::kInner;
  std::variant<std::size_t, rdf::Term> endpoint;  ///< A column of the child, or an IRI.
  bool is_silent = false;                         ///< An endpoint that fails binds nothing.
  std::string pattern_text;                       ///< A group, that needs no prologue.
  std::vector<Variable> variables;                ///< What the pattern may bind.
  std::vector<bool> is_certain;                   ///< And whether each of its solutions does.
  Position position;                              ///< Of the word SERVICE.
  Box<Plan> child;
};

struct Filter {
  std::vector<Expression> conditions;
  Box<Plan> child;
};

struct Extend {
  Expression expression;
  Box<Plan> child;
};

/// For each column of an output, the column of the input that it is; nothing: unbound.
using ColumnSources = std::vector<std::optional<std::size_t>>;

/// Branches one after the other; `sources[i]` is for `branches[i]`.
struct Union {
  std::vector<Plan> branches;
  std::vector<ColumnSources> sources;
};

/// The keys are the first columns of input and output. Inside GRAPH ?g the last key is the graph's
/// name, since each graph has groups of its own (§18.6).
struct HashGroup {
  std::size_t key_count = 0;
  std::vector<sparql::Aggregate> aggregates;
  /// No GROUP BY: one group even of no rows; with the graph's name as the key, one a named graph.
  bool is_implicit = false;
  Box<Plan> child;
};

/// By terms, as ORDER BY wants it (§15.1); stable.
struct OrderBy {
  std::vector<sparql::OrderCondition> conditions;
  Box<Plan> child;
};

/// By ids, for a merge join above.
struct SortById {
  std::vector<std::size_t> columns;
  Box<Plan> child;
};

/// No two columns have one source.
struct Project {
  ColumnSources sources;
  Box<Plan> child;
};

struct Distinct {
  Box<Plan> child;
};

struct Slice {
  std::uint64_t offset = 0;
  std::optional<std::uint64_t> limit;
  /// Inside GRAPH ?g, the column of the graph's name: each graph is cut by itself (§18.6).
  std::optional<std::size_t> graph_column;
  Box<Plan> child;
};

struct Plan {
  std::variant<IndexScan, InlineRows, GraphNames, MergeJoin, HashJoin, MergeSemiJoin, HashSemiJoin,
               PathSearch, ServiceCall, Filter, Extend, Union, HashGroup, OrderBy, SortById,
               Project, Distinct, Slice>
      node;
  std::vector<Variable> columns;
  std::vector<bool> maybe_unbound;
  std::vector<std::size_t> sorted_by;
  double estimated_rows = 0;

  [[nodiscard]] std::optional<std::size_t> column_of(const Variable& variable) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i] == variable) {
        return i;
      }
    }
    return std::nullopt;
  }
  /// In every row, `variable` is bound.
  [[nodiscard]] bool binds(const Variable& variable) const {
    const auto column = column_of(variable);
    return column && !maybe_unbound[*column];
  }
};

}  // namespace whence::plan
