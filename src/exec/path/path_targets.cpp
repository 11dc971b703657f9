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
      keeps_results_(closed_ != nullptr && !node.end),
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

/// A row may name a graph that the data set has not: no path is in it, not even one of no length
/// (§18.6, Graph). There is always a default graph.
bool PathTargets::is_graph() const {
  return graph_ == Id::default_graph() || outgoing_->size() > 0;
}

void PathTargets::begin(Id graph, Id start) {
  if (graph != graph_) {
    enter(graph);
  } else if (start == start_) {
    return;
  }
  start_ = start;
  if (keeps_results_) {
    if (const auto kept = kept_of(closure_->number(start))) {
      place_ = Place::kKept;
      part_ = *kept;
      return;
    }
  }
  list_.clear();
  if (is_nullable_ && !node_.starts_are_nodes && !is_node(start)) {
    place_ = Place::kList;
    if (zero_length_count_ > 0 && is_graph()) {
      list_.push_back({start, zero_length_count_});
    }
  } else if (closed_ != nullptr) {
    if (const auto extended = extend_kept(closure_->number(start))) {
      place_ = Place::kKept;
      part_ = *extended;
      return;
    }
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
      keep_found();
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

namespace {

/// Ids that are kept, and those of one start: 32 MiB, of which a single search may take a quarter.
constexpr std::size_t kKeptMax = std::size_t{1} << 22;
constexpr std::size_t kKeptOfOneMax = kKeptMax / 4;

}  // namespace

std::optional<PathTargets::Part> PathTargets::kept_of(std::uint32_t number) const {
  return number < kept_parts_.size() && kept_parts_[number].begin != kNotKept
             ? std::optional(kept_parts_[number])
             : std::nullopt;
}

/// Where one edge leaves the start and what its end leads to is kept: with p+ that end and what is
/// kept, with p* the start and what is kept. In a cycle the two are the same.
std::optional<PathTargets::Part> PathTargets::extend_kept(std::uint32_t number) {
  const auto next =
      keeps_results_ && closed_->is_unbounded ? closure_->only_next(number) : std::nullopt;
  const auto kept = next ? kept_of(*next) : std::nullopt;
  if (!kept || kept->size >= kKeptOfOneMax || kept_.size() + kept->size >= kKeptMax) {
    return std::nullopt;
  }
  const Id first = closure_->node(closed_->includes_zero ? number : *next);
  const auto begin = kept_.begin() + kept->begin;
  Part part = *kept;
  if (std::find(begin, begin + kept->size, first) == begin + kept->size) {
    part = {static_cast<std::uint32_t>(kept_.size()), kept->size + 1};
    kept_.resize(kept_.size() + part.size);
    kept_[part.begin] = first;
    std::copy_n(kept_.begin() + kept->begin, kept->size, kept_.begin() + part.begin + 1);
  }
  keep(number, part);
  return part;
}

/// Keeps what the search has found for the next time its start comes.
void PathTargets::keep_found() {
  const auto found = closure_->found();
  if (!keeps_results_ || found.size() > kKeptOfOneMax) {
    return;
  }
  if (kept_.size() + found.size() > kKeptMax) {
    kept_.clear();
    kept_parts_.clear();
  }
  const Part part{static_cast<std::uint32_t>(kept_.size()),
                  static_cast<std::uint32_t>(found.size())};
  for (const std::uint32_t number : found) {
    kept_.push_back(closure_->node(number));
  }
  keep(closure_->number(start_), part);
}

void PathTargets::keep(std::uint32_t number, Part part) {
  if (number >= kept_parts_.size()) {
    kept_parts_.resize(std::max<std::size_t>(number + 1, 2 * kept_parts_.size()));
  }
  kept_parts_[number] = part;
  const std::size_t bytes = kept_.capacity() * sizeof(Id) + kept_parts_.capacity() * sizeof(Part);
  if (bytes > counted_kept_) {
    memory_.add(bytes - counted_kept_);
    counted_kept_ = bytes;
  }
}

}  // namespace whence::exec
