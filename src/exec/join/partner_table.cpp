#include "exec/join/partner_table.h"

#include <algorithm>

namespace whence::exec {

PartnerTable::PartnerTable(const plan::HashSemiJoin& node, QueryContext& context)
    : node_(node), context_(context), domain_(node.compatible.size()) {}

PartnerTable::Part& PartnerTable::part_of(const Domain& domain) {
  const auto found = parts_.find(domain);
  if (found != parts_.end()) {
    return found->second;
  }
  const auto bound = static_cast<std::size_t>(std::ranges::count(domain, true));
  return parts_.try_emplace(domain, node_.keys.size() + bound, context_).first->second;
}

bool PartnerTable::add(const Batch& right) {
  columns_.clear();
  for (const auto& pair : node_.keys) {
    columns_.push_back(&right.columns[pair.second]);
  }
  if (node_.compatible.empty()) {
    KeyTable& rows = part_of({}).rows;
    for (std::size_t row = 0; row < right.row_count; ++row) {
      rows.insert(columns_, row);
    }
    return !node_.keys.empty();
  }
  for (std::size_t row = 0; row < right.row_count; ++row) {
    columns_.resize(node_.keys.size());
    for (std::size_t i = 0; i < node_.compatible.size(); ++i) {
      const auto& column = right.columns[node_.compatible[i].second];
      domain_[i] = column[row].is_bound();
      if (domain_[i]) {
        columns_.push_back(&column);
      }
    }
    part_of(domain_).rows.insert(columns_, row);
  }
  return true;
}

KeyTable& PartnerTable::table(const Domain& domain, Part& part, const Domain& common) {
  if (common == domain) {
    return part.rows;
  }
  const auto found = part.by_common.find(common);
  if (found != part.by_common.end()) {
    return found->second;
  }
  ColumnPointers columns;
  const auto& all = part.rows.keys();
  std::size_t next = node_.keys.size();
  for (std::size_t i = 0; i < next; ++i) {
    columns.push_back(&all[i]);
  }
  for (std::size_t i = 0; i < domain.size(); ++i) {
    if (common[i]) {
      columns.push_back(&all[next]);
    }
    next += domain[i] ? 1 : 0;
  }
  KeyTable& made = part.by_common.try_emplace(common, columns.size(), context_).first->second;
  for (std::size_t row = 0; row < part.rows.size(); ++row) {
    if (row % store::kBatchRows == 0) {
      context_.check();
    }
    made.insert(columns, row);
  }
  return made;
}

bool PartnerTable::has_partner(const Batch& left, std::size_t row) {
  for (std::size_t i = 0; i < node_.compatible.size(); ++i) {
    domain_[i] = left.columns[node_.compatible[i].first][row].is_bound();
  }
  return std::ranges::any_of(parts_, [&](auto& entry) {
    auto& [domain, part] = entry;
    common_ = domain;
    columns_.resize(node_.keys.size());
    for (std::size_t i = 0; i < domain.size(); ++i) {
      common_[i] = domain[i] && domain_[i];
      if (common_[i]) {
        columns_.push_back(&left.columns[node_.compatible[i].first]);
      }
    }
    if (node_.use == plan::PartnerUse::kMinus && columns_.size() == node_.keys.size()) {
      return false;  // Disjoint domains (§18.5, Minus).
    }
    return table(domain, part, common_).find(columns_, row) != KeyTable::kNone;
  });
}

void PartnerTable::find_partners(const Batch& left, std::vector<std::uint32_t>& rows) {
  rows.clear();
  columns_.clear();
  for (const auto& pair : node_.keys) {
    columns_.push_back(&left.columns[pair.first]);
  }
  if (parts_.empty()) {
    return;
  }
  const KeyTable* keyed = node_.compatible.empty() ? &parts_.begin()->second.rows : nullptr;
  for (std::size_t row = 0; row < left.row_count; ++row) {
    const bool found =
        keyed == nullptr ? has_partner(left, row) : keyed->find(columns_, row) != KeyTable::kNone;
    if (found) {
      rows.push_back(static_cast<std::uint32_t>(row));
    }
  }
}

}  // namespace whence::exec
