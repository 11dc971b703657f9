#include "exec/join/partner_use.h"

#include <cstddef>
#include <utility>

#include "exec/row_buffer.h"
#include "exec/value.h"

namespace whence::exec {

namespace {

/// The numbers below `count` that are not in `numbers`.
std::vector<std::uint32_t> others(const std::vector<std::uint32_t>& numbers, std::size_t count) {
  std::vector<std::uint32_t> result;
  result.reserve(count - numbers.size());
  auto next = numbers.begin();
  for (std::uint32_t row = 0; row < count; ++row) {
    if (next != numbers.end() && *next == row) {
      ++next;
    } else {
      result.push_back(row);
    }
  }
  return result;
}

void add_marks(const std::vector<std::uint32_t>& with_partner, Batch& batch) {
  constexpr Id kFalse(store::IdTag::kBoolean, 0);
  constexpr Id kTrue(store::IdTag::kBoolean, 1);
  auto& marks = batch.columns.emplace_back(batch.row_count, kFalse);
  for (const std::uint32_t row : with_partner) {
    marks[row] = kTrue;
  }
}

}  // namespace

bool use_partners(plan::PartnerUse use, const std::vector<std::uint32_t>& with_partner, Batch& rows,
                  Batch& batch) {
  const bool all = with_partner.size() == rows.row_count;
  const bool is_mark = use == plan::PartnerUse::kMark;
  const bool wants_partner = use == plan::PartnerUse::kSemi;
  if (is_mark || (wants_partner ? all : with_partner.empty())) {
    std::swap(rows, batch);
    if (is_mark) {
      add_marks(with_partner, batch);
    }
    return true;
  }
  if (wants_partner ? with_partner.empty() : all) {
    return false;
  }
  gather_rows(rows, wants_partner ? with_partner : others(with_partner, rows.row_count), batch);
  return true;
}

}  // namespace whence::exec
