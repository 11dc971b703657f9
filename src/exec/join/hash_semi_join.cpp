// Semi- and anti-joins of any two inputs: the right side goes into hash tables, the left streams
// by. The right is not run where the left has no row. Output follows the left's order.
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "exec/join/partner_table.h"
#include "exec/join/partner_use.h"
#include "exec/operators.h"

namespace whence::exec {

namespace {

class HashSemiJoin final : public Operator {
 public:
  HashSemiJoin(const plan::HashSemiJoin& node, OperatorPtr left, OperatorPtr right,
               QueryContext& context)
      : node_(node),
        context_(context),
        left_(std::move(left)),
        right_(std::move(right)),
        partners_(node, context) {}

  bool next(Batch& batch) override {
    while (!has_ended() && left_->next(rows_)) {
      if (!is_built_) {
        build();
      }
      context_.check();
      partners_.find_partners(rows_, with_partner_);
      if (use_partners(node_.use, with_partner_, rows_, batch)) {
        return true;
      }
    }
    batch.reset(node_.left->columns.size());
    return false;
  }

  void seek(Id id) override { left_->seek(id); }

 private:
  /// Whether no further row of the left can be kept.
  [[nodiscard]] bool has_ended() const {
    return is_built_ && partners_.is_empty() && node_.use == plan::PartnerUse::kSemi;
  }

  void build() {
    is_built_ = true;
    Batch right;
    while (right_->next(right) && partners_.add(right)) {
      context_.check();
    }
  }

  const plan::HashSemiJoin& node_;
  QueryContext& context_;
  OperatorPtr left_;
  OperatorPtr right_;
  PartnerTable partners_;
  bool is_built_ = false;
  Batch rows_;
  std::vector<std::uint32_t> with_partner_;
};

}  // namespace

OperatorPtr make_hash_semi_join(const plan::HashSemiJoin& node, OperatorPtr left, OperatorPtr right,
                                QueryContext& context) {
  return std::make_unique<HashSemiJoin>(node, std::move(left), std::move(right), context);
}

}  // namespace whence::exec
