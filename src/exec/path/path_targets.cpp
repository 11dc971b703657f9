#include "exec/path/path_targets.h"

#include <algorithm>

#include "store/batch.h"

namespace whence::exec {

using store::Id;

PathTargets::PathTargets(const plan::PathSearch& node, QueryContext& context)
    : node_(node),
      context_(context),
      memory_(context),
      closed_(std::get_if<plan::PathClosure>(&node.path.node)),
      is_nullable_(plan::is_nullable(node.path)),
      keeps_results_(closed_ != nullptr && !node.starts_are_nodes && !node.end),
      zero_length_count_(
          plan::zero_length_count(node.path, std::holds_alternative<rdf::Term>(node.start),
                                  node.end && std::holds_alternative<rdf::Term>(*node.end))) {}

void PathTargets::enter(Id graph) {
  graph_ = graph;
  kept_parts_.clear();
  kept_.clear();
  if (closed_ != nullptr) {
    closure_.emplace(*closed_, graph, context_);
  } else {
    walker_ = make_walker(node_.path, graph, context_);
  }
  if (is_nullable_ && !node_.starts_are_nodes) {
    outgoing_ = store::EdgeLookup::any_but(context_.snapshot(), {}, false, graph);
    incoming_ = store::EdgeLookup::any_but(context_.snapshot(), {}, true, graph);
  }
}

/// §18.4: nodes(G) are the subjects and objects of its triples.
bool PathTargets::is_node(Id start) const { return outgoing_->has(start) || incoming_->has(start); }

void PathTargets::begin(Id graph, Id start) {
  if (graph != graph_) {
    enter(graph);
  } else if (start == start_) {
    return;
  }
  start_ = start;
  if (const auto kept = kept_parts_.find(start.bits()); kept != kept_parts_.end()) {
    place_ = Place::kKept;
    part_ = kept->second;
    return;
  }
  list_.clear();
  if (is_nullable_ && !node_.starts_are_nodes && !is_node(start)) {
    place_ = Place::kList;
    if (zero_length_count_ > 0) {
      list_.push_back({start, zero_length_count_});
    }
  } else if (closed_ != nullptr) {
    place_ = Place::kClosure;
    is_searching_ = true;
    closure_->begin(start);
  } else {
    place_ = Place::kList;
    walker_->walk(start, list_);
    merge_equal(list_);
  }
}

std::size_t PathTargets::append(std::size_t position, std::size_t max, std::vector<Id>& nodes,
                                std::vector<std::uint64_t>& counts) {
  if (place_ == Place::kList) {
    const std::size_t size = std::min(max, list_.size() - position);
    for (std::size_t i = position; i < position + size; ++i) {
      nodes.push_back(list_[i].node);
      counts.push_back(list_[i].count);
    }
    return size;
  }
  std::size_t size = 0;
  if (place_ == Place::kKept) {
    size = std::min(max, part_.size - position);
    const auto begin = kept_.begin() + static_cast<std::ptrdiff_t>(part_.begin + position);
    nodes.insert(nodes.end(), begin, begin + static_cast<std::ptrdiff_t>(size));
  } else {
    if (is_searching_ && !closure_->advance(position + max)) {
      is_searching_ = false;
      keep();
    }
    const auto found = closure_->found().subspan(position);
    size = std::min(max, found.size());
    for (const std::uint32_t number : found.first(size)) {
      nodes.push_back(closure_->node(number));
    }
  }
  counts.insert(counts.end(), size, 1);
  return size;
}

std::uint64_t PathTargets::count_of(Id end) {
  if (place_ == Place::kList) {
    const auto found = std::ranges::find(list_, end, &Reached::node);
    return found == list_.end() ? 0 : found->count;
  }
  while (!closure_->has_found(end) && is_searching_) {
    is_searching_ = closure_->advance(closure_->found().size() + store::kBatchRows);
  }
  return closure_->has_found(end) ? 1 : 0;
}

/// Keeps what the search has found for the next time its start comes.
void PathTargets::keep() {
  constexpr std::size_t kKeptMax = std::size_t{1} << 22;
  const auto found = closure_->found();
  if (!keeps_results_ || found.size() > kKeptMax / 4) {
    return;
  }
  if (kept_.size() + found.size() > kKeptMax) {
    kept_.clear();
    kept_parts_.clear();
  }
  constexpr std::size_t kBytesOfPart = 2 * (sizeof(std::uint64_t) + sizeof(Part));
  const std::size_t bytes =
      (kept_.size() + found.size()) * sizeof(Id) + (kept_parts_.size() + 1) * kBytesOfPart;
  if (bytes > counted_kept_) {
    memory_.add(bytes - counted_kept_);
    counted_kept_ = bytes;
  }
  kept_parts_.emplace(start_.bits(), Part{kept_.size(), found.size()});
  for (const std::uint32_t number : found) {
    kept_.push_back(closure_->node(number));
  }
}

}  // namespace whence::exec
