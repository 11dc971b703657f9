#include "exec/solution_blank_nodes.h"

#include <algorithm>

#include "exec/query_context.h"

namespace whence::exec {

bool SolutionBlankNodes::is_same(const Solution& solution, const void* asker,
                                 const store::Batch& batch, std::size_t index) {
  if (std::ranges::find(solution.askers, asker) != solution.askers.end() ||
      solution.ids.size() > batch.columns.size()) {
    return false;
  }
  for (std::size_t i = 0; i < solution.ids.size(); ++i) {
    if (solution.ids[i] != batch.columns[i][index]) {
      return false;
    }
  }
  return true;
}

store::Id SolutionBlankNodes::node(const void* asker, std::string_view label,
                                   const store::Batch& batch, std::size_t index,
                                   QueryContext& context) {
  Solution& solution = solutions_[{&batch, index}];
  if (!is_same(solution, asker, batch, index)) {
    solution.askers.clear();
    solution.nodes.clear();
    solution.ids.clear();
  }
  if (solution.askers.empty()) {
    for (const auto& column : batch.columns) {
      if (index < column.size()) {
        solution.ids.push_back(column[index]);
      }
    }
  }
  solution.askers.push_back(asker);
  for (const auto& [known, node] : solution.nodes) {
    if (known == label) {
      return node;
    }
  }
  return solution.nodes.emplace_back(label, context.fresh_blank_node()).second;
}

}  // namespace whence::exec
