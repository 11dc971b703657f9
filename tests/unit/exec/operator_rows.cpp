#include "unit/exec/operator_rows.h"

#include <sstream>

#include <gtest/gtest.h>

#include "rdf/vocabulary.h"

namespace whence::exec {

WrittenRows::WrittenRows(const RowTexts& rows, std::size_t column_count, QueryContext& context)
    : column_count_(column_count) {
  for (const std::string& row : rows) {
    auto& ids = rows_.emplace_back();
    multiplicities_.push_back(1);
    std::istringstream words(row);
    for (std::string word; words >> word;) {
      if (word.starts_with('x')) {
        multiplicities_.back() = std::stoull(word.substr(1));
      } else {
        ids.push_back(word == "_" ? Id()
                                  : context.id(rdf::TermView::literal(word, rdf::xsd::kInteger)));
      }
    }
  }
}

bool WrittenRows::next(Batch& batch) {
  batch.reset(column_count_);
  for (; position_ < rows_.size() && batch.row_count < 2; ++position_) {
    for (std::size_t i = 0; i < column_count_; ++i) {
      batch.columns[i].push_back(rows_[position_][i]);
    }
    batch.multiplicities.push_back(multiplicities_[position_]);
    ++batch.row_count;
  }
  return batch.row_count != 0;
}

RowTexts texts(Operator& input, QueryContext& context) {
  RowTexts rows;
  Batch batch;
  std::string scratch;
  while (input.next(batch)) {
    EXPECT_NE(batch.row_count, 0U);
    for (const auto& column : batch.columns) {
      EXPECT_EQ(column.size(), batch.row_count);
    }
    for (std::size_t row = 0; row < batch.row_count; ++row) {
      std::string text;
      for (const auto& column : batch.columns) {
        const Id id = column[row];
        text += (text.empty() ? "" : " ");
        text += id.is_bound() ? std::string(context.term(id, scratch).value) : "_";
      }
      if (batch.multiplicity(row) != 1) {
        text += " x" + std::to_string(batch.multiplicity(row));
      }
      rows.push_back(std::move(text));
    }
  }
  EXPECT_FALSE(input.next(batch)) << "an operator that has ended goes on";
  return rows;
}

plan::Plan columns_plan(const std::vector<std::string>& names, bool maybe_unbound) {
  plan::Plan plan = plan::one_row();
  for (const std::string& name : names) {
    plan.columns.push_back({name});
    plan.maybe_unbound.push_back(maybe_unbound);
  }
  return plan;
}

plan::Expression variable(const std::string& name) { return {sparql::Variable{name}}; }

plan::Expression call(const std::string& name, std::vector<plan::Expression> arguments) {
  return {sparql::Call{name, std::move(arguments), {}}};
}

}  // namespace whence::exec
