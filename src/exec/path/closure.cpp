#include "exec/path/closure.h"

#include <algorithm>
#include <limits>

#include "store/batch.h"

namespace whence::exec {

using store::Id;

Closure::Closure(const plan::PathClosure& path, Id graph, QueryContext& context)
    : path_(path),
      context_(context),
      memory_(context),
      nodes_(context),
      edges_(*path.step, graph, nodes_, context) {}

void Closure::begin(Id start) {
  start_next_epoch();
  found_.clear();
  head_ = 0;
  start_ = nodes_.number(start);
  if (path_.includes_zero) {
    find(start_);
  }
  // With p*, the start is in the queue like any other node. With p+ and p?, its edges are walked
  // apart: it is found only if one leads back, and with p? nothing is walked after it.
  start_is_due_ = !path_.includes_zero || !path_.is_unbounded;
}

bool Closure::advance(std::size_t count) {
  if (start_is_due_) {
    start_is_due_ = false;
    expand(start_);
  }
  while (path_.is_unbounded && head_ < found_.size()) {
    if (found_.size() >= count) {
      return true;
    }
    expand(found_[head_++]);
  }
  return false;
}

bool Closure::has_found(Id node) {
  const std::uint32_t number = nodes_.number(node);
  return number < marks_.size() && marks_[number] == epoch_;
}

std::optional<std::uint32_t> Closure::only_next(std::uint32_t number) {
  const StepEdges::Range range = edges_.of(number);
  return range.end - range.begin == 1 ? std::optional(edges_.end(range.begin)) : std::nullopt;
}

void Closure::expand(std::uint32_t number) {
  const StepEdges::Range range = edges_.of(number);
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    find(edges_.end(i));
  }
  edge_count_ += 1 + (range.end - range.begin);
  if (edge_count_ >= store::kBatchRows) {
    edge_count_ = 0;
    context_.check();
  }
}

void Closure::find(std::uint32_t number) {
  if (number >= marks_.size()) {
    grow_marks();
  }
  if (marks_[number] != epoch_) {
    marks_[number] = epoch_;
    found_.push_back(number);
  }
}

void Closure::start_next_epoch() {
  if (epoch_ == std::numeric_limits<std::uint32_t>::max()) {
    std::ranges::fill(marks_, 0);
    epoch_ = 0;
  }
  ++epoch_;
}

/// A mark for each node there is; found_ grows no longer than that.
void Closure::grow_marks() {
  constexpr std::size_t kFirst = 64;
  const std::size_t size = std::max({kFirst, nodes_.size(), 2 * marks_.size()});
  memory_.add((size - marks_.size()) * 2 * sizeof(std::uint32_t));
  marks_.resize(size, 0);
}

}  // namespace whence::exec
