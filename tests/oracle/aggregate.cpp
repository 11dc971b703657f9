#include "oracle/aggregate.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "oracle/expression.h"
#include "rdf/vocabulary.h"
#include "xsd/value.h"

namespace whence::oracle {

using rdf::Term;

namespace {

using Member = std::optional<Term>;  ///< Nothing: an error.

Term integer(std::size_t number) {
  return Term::literal(std::to_string(number), rdf::xsd::kInteger);
}

/// The solutions that COUNT(*) counts: of the variables that a query can name.
std::size_t count_solutions(const Solutions& group, bool distinct) {
  if (!distinct) {
    return group.size();
  }
  std::set<Solution> different;
  for (Solution solution : group) {
    std::erase_if(solution, [](const auto& binding) { return binding.first.is_internal(); });
    different.insert(std::move(solution));
  }
  return different.size();
}

std::optional<Term> sum(const std::vector<Member>& members) {
  std::optional<xsd::Value> total = xsd::Value(xsd::Integer(0));
  for (const Member& member : members) {
    total = total && member ? xsd::add(*total, xsd::parse_value(*member)) : std::nullopt;
  }
  return total ? std::optional(xsd::to_term(*total)) : std::nullopt;
}

std::optional<Term> average(const std::vector<Member>& members) {
  auto total = sum(members);
  if (!total || members.empty()) {
    return total;
  }
  const auto quotient =
      xsd::divide(xsd::parse_value(*total), xsd::Value(xsd::Integer(members.size())));
  return quotient ? std::optional(xsd::to_term(*quotient)) : std::nullopt;
}

std::optional<Term> first(std::vector<Member> members, bool last) {
  const bool has_error = std::ranges::any_of(members, [](const Member& m) { return !m; });
  if (members.empty() || has_error) {
    return std::nullopt;
  }
  std::ranges::stable_sort(members, comes_before);
  return last ? members.back() : members.front();
}

std::optional<Term> concatenation(const std::vector<Member>& members,
                                  const std::string& separator) {
  std::string text;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!members[i] || members[i]->is_blank_node()) {
      return std::nullopt;
    }
    text += (i == 0 ? "" : separator) + members[i]->value;
  }
  return Term::literal(text);
}

}  // namespace

std::optional<Term> evaluate(const sparql::Aggregate& aggregate, const Solutions& group) {
  if (!aggregate.argument) {
    return integer(count_solutions(group, aggregate.distinct));
  }
  std::vector<Member> members;
  for (const Solution& solution : group) {
    Member member = evaluate(*aggregate.argument, solution);
    if (!aggregate.distinct || std::ranges::find(members, member) == members.end()) {
      members.push_back(std::move(member));
    }
  }
  if (aggregate.name == "count") {
    return integer(static_cast<std::size_t>(
        std::ranges::count_if(members, [](const Member& m) { return m.has_value(); })));
  }
  if (aggregate.name == "sum") {
    return sum(members);
  }
  if (aggregate.name == "avg") {
    return average(members);
  }
  if (aggregate.name == "min" || aggregate.name == "max") {
    return first(members, aggregate.name == "max");
  }
  if (aggregate.name == "sample") {
    const auto found = std::ranges::find_if(members, [](const Member& m) { return m.has_value(); });
    return found == members.end() ? std::nullopt : *found;
  }
  if (aggregate.name == "group_concat") {
    return concatenation(members, aggregate.separator);
  }
  throw std::logic_error("the oracle has no aggregate " + aggregate.name);
}

}  // namespace whence::oracle
