// The set functions of SPARQL 1.1 §18.5.1: what an aggregate knows of each group while rows come
// in. Groups are numbered; one Aggregator holds the states of all groups of one aggregate.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "exec/query_context.h"
#include "exec/value.h"
#include "sparql/expression.h"

namespace whence::exec {

class Aggregator {
 public:
  Aggregator() = default;
  Aggregator(const Aggregator&) = delete;
  Aggregator& operator=(const Aggregator&) = delete;
  virtual ~Aggregator() = default;

  /// There are now `count` groups, new ones empty.
  virtual void grow(std::size_t count) = 0;
  /// `value`, which may be an error, `count` times.
  virtual void add(std::size_t group, const Value& value, std::uint64_t count) = 0;
  /// Once a group; an error leaves the aggregate's variable unbound.
  [[nodiscard]] virtual Value result(std::size_t group) = 0;
};

/// Throws Error kUnsupported, with the position, for a set function that is not there. DISTINCT and
/// COUNT(*) are the caller's: it leaves out what came before, and adds any value for a row.
[[nodiscard]] std::unique_ptr<Aggregator> make_aggregator(const sparql::Aggregate& aggregate,
                                                          QueryContext& context);

}  // namespace whence::exec
