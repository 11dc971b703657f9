#include "exec/query_context.h"

#include <utility>

#include <fmt/format.h>

#include "rdf/error.h"

namespace whence::exec {

QueryContext::QueryContext(std::shared_ptr<const store::Snapshot> snapshot, QueryLimits limits)
    : snapshot_(std::move(snapshot)), limits_(std::move(limits)) {
  if (limits_.timeout.count() > 0) {
    deadline_ = std::chrono::steady_clock::now() + limits_.timeout;
  }
}

void QueryContext::check() const {
  if (limits_.stop.stop_requested()) {
    throw Error(ErrorCode::kCancelled, "the query was cancelled");
  }
  if (deadline_ && std::chrono::steady_clock::now() > *deadline_) {
    throw Error(ErrorCode::kTimeout,
                fmt::format("the query took longer than its limit of {} ms; raise it with "
                            "--timeout, or ask for less",
                            limits_.timeout.count()));
  }
}

void QueryContext::reserve(std::size_t bytes) {
  memory_used_ += bytes;
  if (limits_.memory_max != 0 && memory_used_ > limits_.memory_max) {
    throw Error(ErrorCode::kMemoryLimit,
                fmt::format("the query needs more than its limit of {} bytes of memory; raise it "
                            "with --memory, or ask for less",
                            limits_.memory_max));
  }
}

store::Id QueryContext::id(const rdf::TermView& term) {
  if (const auto known = snapshot_->find(term)) {
    return *known;
  }
  const auto [id, added_bytes] = local_terms_.intern(term);
  reserve(added_bytes);
  return id;
}

rdf::TermView QueryContext::term(store::Id id, std::string& scratch) const {
  return id.tag() == store::IdTag::kLocal ? local_terms_.term(id) : snapshot_->term(id, scratch);
}

store::Id QueryContext::fresh_blank_node() {
  // Labels of loaded documents carry their document's scope in front, so "q" and a number is free.
  const std::string label = fmt::format("q{}", blank_node_count_++);
  return id(rdf::TermView::blank_node(label));
}

}  // namespace whence::exec
