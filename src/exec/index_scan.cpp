// Rows of one pattern from an index, in the order that the plan chose.
#include <algorithm>
#include <cstddef>
#include <utility>

#include "exec/operators.h"

namespace whence::exec {

namespace {

class IndexScan final : public Operator {
 public:
  IndexScan(const plan::IndexScan& node, QueryContext& context)
      : node_(node),
        context_(context),
        scan_(context.snapshot().scan(node.pattern, node.order)),
        predicate_(static_cast<std::size_t>(
            std::ranges::find(node.order, store::Column::kPredicate) - node.order.begin())) {}

  bool next(Batch& batch) override {
    context_.check();
    if (node_.output.size() == node_.order.size() && node_.excluded.empty()) {
      return scan_.next(batch);  // Every scanned column is handed on as it is.
    }
    batch.reset(node_.output.size());
    while (batch.row_count == 0) {
      if (!scan_.next(scanned_)) {
        return false;
      }
      select(batch);
    }
    return true;
  }

  void seek(Id id) override { scan_.seek(id); }

 private:
  /// Keeps the rows in which a variable that stands twice is the same term twice, and whose
  /// predicate is not excluded.
  void select(Batch& batch) {
    for (std::size_t row = 0; row < scanned_.row_count; ++row) {
      const bool fits = std::ranges::all_of(node_.equal, [&](const auto& pair) {
        return scanned_.columns[pair.first][row] == scanned_.columns[pair.second][row];
      });
      if (!fits || is_excluded(row)) {
        continue;
      }
      for (std::size_t i = 0; i < node_.output.size(); ++i) {
        batch.columns[i].push_back(scanned_.columns[node_.output[i]][row]);
      }
      ++batch.row_count;
    }
  }

  [[nodiscard]] bool is_excluded(std::size_t row) const {
    return !node_.excluded.empty() &&
           std::ranges::find(node_.excluded, scanned_.columns[predicate_][row]) !=
               node_.excluded.end();
  }

  const plan::IndexScan& node_;
  QueryContext& context_;
  store::Scan scan_;
  std::size_t predicate_;  ///< Its column; beyond the last where the pattern has one.
  Batch scanned_;
};

}  // namespace

OperatorPtr make_index_scan(const plan::IndexScan& node, QueryContext& context) {
  return std::make_unique<IndexScan>(node, context);
}

}  // namespace whence::exec
