#include "exec/path/step_edges.h"

#include <algorithm>
#include <utility>

#include "rdf/error.h"
#include "store/batch.h"

namespace whence::exec {

using store::Id;

namespace {

/// Whether `step` is a choice of edges of single predicates, or one of them.
bool is_plain(const plan::Path& step) {
  if (const auto* choice = std::get_if<plan::PathChoice>(&step.node)) {
    return std::ranges::all_of(choice->branches, is_plain);
  }
  return std::holds_alternative<plan::PathStep>(step.node);
}

}  // namespace

StepEdges::StepEdges(const plan::Path& step, Id graph, NodeNumbers& nodes, QueryContext& context)
    : context_(context), memory_(context), nodes_(nodes) {
  if (is_plain(step)) {
    add_plain(step, graph);
  } else {
    walker_ = make_walker(step, graph, context);
  }
}

void StepEdges::add_plain(const plan::Path& step, Id graph) {
  if (const auto* choice = std::get_if<plan::PathChoice>(&step.node)) {
    for (const plan::Path& branch : choice->branches) {
      add_plain(branch, graph);
    }
    return;
  }
  const auto& edge = std::get<plan::PathStep>(step.node);
  plain_.emplace_back(context_.snapshot(), edge.predicate, edge.is_backward, graph);
  plain_size_ += plain_.back().size();
}

StepEdges::Range StepEdges::look_up(std::uint32_t node) {
  if (!walker_ && pays_to_read_all()) {
    read_all();
    return of(node);
  }
  ++look_up_count_;
  if (node >= ranges_.size()) {
    const std::size_t size = std::max(nodes_.size(), 2 * ranges_.size());
    memory_.add((size - ranges_.size()) * sizeof(Range));
    ranges_.resize(size, {kUnknown, kUnknown});
  }
  const Id from = nodes_.id(node);
  const auto begin = static_cast<std::uint32_t>(ends_.size());
  ids_.clear();
  reached_.clear();
  for (const store::EdgeLookup& edges : plain_) {
    edges.append(from, ids_);
  }
  if (walker_) {
    walker_->walk(from, reached_);
    merge_equal(reached_);
  }
  for (const Id id : ids_) {
    ends_.push_back(nodes_.number(id));
  }
  for (const Reached& reached : reached_) {
    ends_.push_back(nodes_.number(reached.node));
  }
  if (ends_.size() > counted_ends_) {
    const std::size_t counted = std::max(ends_.size(), 2 * counted_ends_);
    memory_.add((counted - counted_ends_) * sizeof(std::uint32_t));
    counted_ends_ = counted;
  }
  return ranges_[node] = {begin, checked(ends_.size())};
}

/// Positions are 32 bits wide, so that what is known of a node is small.
std::uint32_t StepEdges::checked(std::uint64_t edge_count) {
  if (edge_count >= kUnknown) {
    throw Error(ErrorCode::kLimit, "a property path would have to walk more than 4 billion edges");
  }
  return static_cast<std::uint32_t>(edge_count);
}

/// A search in an index costs as much as reading some ten edges in a row.
bool StepEdges::pays_to_read_all() const {
  constexpr std::uint64_t kLookUpsMin = 256;
  constexpr std::uint64_t kLookUpCost = 8;
  return look_up_count_ >= kLookUpsMin && look_up_count_ * kLookUpCost >= plain_size_;
}

void StepEdges::read_all() {
  (void)checked(plain_size_);
  memory_.add(plain_size_ * 3 * sizeof(std::uint32_t));
  std::vector<std::uint32_t> near;
  std::vector<std::uint32_t> far;
  near.reserve(plain_size_);
  far.reserve(plain_size_);
  read_into(near, far);
  if (nodes_.size() > ranges_.size()) {
    memory_.add((nodes_.size() - ranges_.size()) * sizeof(Range));
  }
  // Counted, then placed: `begin` is where the node's next edge goes.
  ranges_.assign(nodes_.size(), {0, 0});
  for (const std::uint32_t node : near) {
    ++ranges_[node].end;
  }
  std::uint32_t total = 0;
  for (Range& range : ranges_) {
    total += range.end;
    range.begin = total - range.end;
    range.end = range.begin;
  }
  ends_.resize(total);
  for (std::size_t i = 0; i < near.size(); ++i) {
    ends_[ranges_[near[i]].end++] = far[i];
  }
  is_complete_ = true;
}

/// The edges with their ends as numbers.
void StepEdges::read_into(std::vector<std::uint32_t>& near, std::vector<std::uint32_t>& far) {
  std::vector<Id> near_ids;
  std::vector<Id> far_ids;
  for (const store::EdgeLookup& edges : plain_) {
    for (std::uint64_t begin = 0; begin < edges.size(); begin += store::kBatchRows) {
      context_.check();
      near_ids.clear();
      far_ids.clear();
      edges.append_edges(begin, std::min(edges.size(), begin + store::kBatchRows), near_ids,
                         far_ids);
      for (std::size_t i = 0; i < near_ids.size(); ++i) {
        const bool is_same = i > 0 && near_ids[i] == near_ids[i - 1];
        near.push_back(is_same ? near.back() : nodes_.number(near_ids[i]));
        far.push_back(nodes_.number(far_ids[i]));
      }
    }
  }
}

}  // namespace whence::exec
