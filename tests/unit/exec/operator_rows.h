// Inputs of operators written as text, and their outputs as text: a row is the integers of its
// columns, "_" for unbound, and "x3" behind it if it stands for three.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "exec/operators.h"
#include "exec/query_context.h"
#include "plan/nodes.h"

namespace whence::exec {

/// "1 _ x2" -> one row of two columns that stands for two.
using RowTexts = std::vector<std::string>;

/// Rows in batches of two, so that operators see more than one.
class WrittenRows final : public Operator {
 public:
  WrittenRows(const RowTexts& rows, std::size_t column_count, QueryContext& context);
  bool next(Batch& batch) override;

 private:
  std::size_t column_count_;
  std::vector<std::vector<Id>> rows_;
  std::vector<std::uint64_t> multiplicities_;
  std::size_t position_ = 0;
};

/// All rows of `input`. Fails the test where a batch is empty or its columns differ in length.
RowTexts texts(Operator& input, QueryContext& context);

/// A plan of these columns, for the nodes above it; its rows come from elsewhere.
plan::Plan columns_plan(const std::vector<std::string>& names, bool maybe_unbound = false);

plan::Expression variable(const std::string& name);
plan::Expression call(const std::string& name, std::vector<plan::Expression> arguments);

}  // namespace whence::exec
