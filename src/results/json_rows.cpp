// See json_rows.h.
#include "results/json_rows.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace whence::results {

void JsonRows::add_variable(std::string_view name) {
  if (!columns_.emplace(name, variables_.size()).second) {
    throw input_.error(ErrorCode::kBadData,
                       fmt::format("the variable ?{} stands in \"vars\" twice", name));
  }
  variables_.emplace_back(name);
}

void JsonRows::begin() {
  has_begun_ = true;
  cells_.resize(variables_.size());
  sink_.begin(variables_);
  for (const JsonSolution& solution : waiting_) {
    hand_on(solution);
  }
  waiting_.clear();
}

void JsonRows::add(JsonSolution& solution) {
  if (has_begun_) {
    hand_on(solution);
  } else {
    waiting_.push_back(std::move(solution));
  }
}

void JsonRows::hand_on(const JsonSolution& solution) {
  std::ranges::fill(cells_, std::nullopt);
  for (const auto& [name, term] : solution) {
    const auto column = columns_.find(name);
    if (column == columns_.end()) {
      throw input_.error(ErrorCode::kBadData,
                         fmt::format("a solution that binds ?{}, which is not in \"vars\"", name));
    }
    cells_[column->second] = term.view();
  }
  sink_.row(cells_);
}

}  // namespace whence::results
