#include "exec/describe.h"

#include <array>
#include <string>

#include <fmt/format.h>

#include "rdf/error.h"

namespace whence::exec {

namespace {

using store::Column;

/// Whether `id` was not in `table`; then it is.
bool insert_new(KeyTable& table, Id id) {
  const std::vector<Id> column{id};
  const std::array<const std::vector<Id>*, 1> key{&column};
  const std::size_t before = table.size();
  table.insert(key, 0);
  return table.size() != before;
}

}  // namespace

Description::Description(DescriptionKind kind, std::uint64_t triples_max, QueryContext& context)
    : kind_(kind),
      triples_max_(triples_max),
      context_(context),
      outgoing_(1, context),
      incoming_(1, context),
      triples_(3, context) {}

void Description::add(Id resource) {
  due_.push_back({resource, kind_ == DescriptionKind::kSymmetric});
  while (!due_.empty()) {  // Blank nodes may lead to each other in any depth.
    const Due next = due_.back();
    due_.pop_back();
    if (insert_new(outgoing_, next.node)) {
      add_outgoing(next.node);
    }
    if (next.is_symmetric && insert_new(incoming_, next.node)) {
      add_incoming(next.node);
    }
  }
}

void Description::add_outgoing(Id node) {
  store::Scan scan = context_.snapshot().scan({.subject = node, .predicate = {}, .object = {}},
                                              {Column::kPredicate, Column::kObject});
  Batch batch;
  while (scan.next(batch)) {
    context_.check();
    for (std::size_t row = 0; row < batch.row_count; ++row) {
      add_triple(node, batch.columns[0][row], batch.columns[1][row]);
      follow(batch.columns[1][row], false);
    }
  }
}

void Description::add_incoming(Id node) {
  store::Scan scan = context_.snapshot().scan({.subject = {}, .predicate = {}, .object = node},
                                              {Column::kSubject, Column::kPredicate});
  Batch batch;
  while (scan.next(batch)) {
    context_.check();
    for (std::size_t row = 0; row < batch.row_count; ++row) {
      add_triple(batch.columns[0][row], batch.columns[1][row], node);
      follow(batch.columns[0][row], true);
    }
  }
}

void Description::follow(Id node, bool is_symmetric) {
  if (node.tag() == store::IdTag::kBlankNode) {
    due_.push_back({node, is_symmetric});
  }
}

void Description::add_triple(Id subject, Id predicate, Id object) {
  const std::array<std::vector<Id>, 3> ids{{{subject}, {predicate}, {object}}};
  const std::array<const std::vector<Id>*, 3> key{&ids[0], &ids[1], &ids[2]};
  triples_.insert(key, 0);
  if (triples_max_ != 0 && triples_.size() > triples_max_) {
    throw Error(ErrorCode::kLimit,
                fmt::format("the description has more than its limit of {} triples; raise it with "
                            "--describe-limit, or describe less",
                            triples_max_));
  }
}

void Description::write(io::QuadSink& sink) const {
  const auto& ids = triples_.keys();
  std::array<std::string, 3> scratch;
  for (std::size_t row = 0; row < triples_.size(); ++row) {
    if (row % store::kBatchRows == 0) {
      context_.check();
    }
    sink.quad({context_.term(ids[0][row], scratch[0]), context_.term(ids[1][row], scratch[1]),
               context_.term(ids[2][row], scratch[2]), std::nullopt});
  }
}

}  // namespace whence::exec
