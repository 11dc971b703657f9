// The blank nodes of BNODE(label): one for each label within a solution, others in each other
// solution (SPARQL 1.1 §17.4.2.9). A solution is passed on from operator to operator as a row of a
// batch; each of its BNODE calls asks once, so whoever asks again at the same place has come to
// another solution.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "store/batch.h"
#include "store/id.h"

namespace whence::exec {

class QueryContext;

class SolutionBlankNodes {
 public:
  /// The node for `label` in row `index` of `batch`. `asker` is the call, by its address.
  store::Id node(const void* asker, std::string_view label, const store::Batch& batch,
                 std::size_t index, QueryContext& context);

 private:
  struct Solution {
    std::vector<store::Id> ids;  ///< The row when it was first seen; it may have grown since.
    std::vector<const void*> askers;
    std::vector<std::pair<std::string, store::Id>> nodes;
  };

  static bool is_same(const Solution& solution, const void* asker, const store::Batch& batch,
                      std::size_t index);

  boost::unordered_flat_map<std::pair<const store::Batch*, std::size_t>, Solution> solutions_;
};

}  // namespace whence::exec
