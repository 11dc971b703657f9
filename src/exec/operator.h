// A running operator of a plan. Batches are pulled from the root; state lives here, the plan node
// that the operator was made of stays const and must outlive it.
#pragma once

#include <memory>

#include "exec/query_context.h"
#include "plan/physical_plan.h"
#include "store/batch.h"

namespace whence::exec {

using store::Batch;
using store::Id;

class Operator {
 public:
  Operator() = default;
  Operator(const Operator&) = delete;
  Operator& operator=(const Operator&) = delete;
  virtual ~Operator() = default;

  /// Resets `batch` and fills it with at least one row, or returns false at the end, and ever
  /// after. Throws what QueryContext::check() throws.
  virtual bool next(Batch& batch) = 0;

  /// For sorted outputs: rows whose first sort column is less than `id` are no longer needed. A
  /// hint; an operator may go on delivering them.
  virtual void seek(Id id) { (void)id; }
};

/// The operator tree of `plan`. Both `plan` and `context` must outlive it.
[[nodiscard]] std::unique_ptr<Operator> make_operator(const plan::Plan& plan,
                                                      QueryContext& context);

}  // namespace whence::exec
