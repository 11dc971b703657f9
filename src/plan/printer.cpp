#include "plan/printer.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "plan/id_text.h"
#include "sparql/printer.h"

namespace whence::plan {

namespace {

std::string list(const std::vector<std::string>& items) {
  return fmt::format("({})", fmt::join(items, " "));
}

/// The columns of `plan` at `positions`.
std::string names(const Plan& plan, const std::vector<std::size_t>& positions) {
  std::vector<std::string> items;
  for (const std::size_t position : positions) {
    items.push_back(sparql::to_string(plan.columns[position]));
  }
  return list(items);
}

std::string names(const std::vector<Variable>& variables) {
  std::vector<std::string> items;
  for (const Variable& variable : variables) {
    items.push_back(sparql::to_string(variable));
  }
  return list(items);
}

std::string keys(const Plan& left, const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
  std::vector<std::size_t> positions;
  for (const auto& [left_column, right_column] : pairs) {
    positions.push_back(left_column);
  }
  return names(left, positions);
}

std::string list(const std::vector<Expression>& expressions) {
  std::vector<std::string> items;
  for (const Expression& expression : expressions) {
    items.push_back(sparql::to_string(expression));
  }
  return list(items);
}

std::string_view text(JoinKind kind) { return kind == JoinKind::kInner ? "inner" : "left"; }

std::string_view text(PartnerUse use) {
  switch (use) {
    case PartnerUse::kSemi:
      return "semi";
    case PartnerUse::kAnti:
      return "anti";
    case PartnerUse::kMinus:
      return "minus";
    case PartnerUse::kMark:
      return "mark";
  }
  return {};
}

/// "merge-mark-join (?.exists0) on (?x)"
template <typename Node>
std::string semi_join(const Plan& plan, const Node& node, std::string_view method) {
  const std::string mark =
      node.use == PartnerUse::kMark ? " " + names({plan.columns.back()}) : std::string();
  return fmt::format("{}-{}-join{} on {}", method, text(node.use), mark,
                     keys(*node.left, node.keys));
}

/// What stands in each position of a scan's pattern: an id, a variable, or "_" for a column that
/// is not handed on.
std::string text(const Plan& plan, const IndexScan& node) {
  std::array<std::string, 4> at;
  for (std::size_t column = 0; column < at.size(); ++column) {
    const auto id = node.pattern.at(static_cast<store::Column>(column));
    at[column] = id.is_bound() ? id_text(id) : "_";
  }
  const auto place = [&](std::size_t scanned) -> std::string& {
    return at[static_cast<std::size_t>(node.order[scanned])];
  };
  for (std::size_t i = 0; i < node.output.size(); ++i) {
    place(node.output[i]) = sparql::to_string(plan.columns[i]);
  }
  for (const auto& [first, second] : node.equal) {
    place(second) = place(first);
  }
  std::string without;
  for (const store::Id predicate : node.excluded) {
    without += (without.empty() ? " without " : " ") + id_text(predicate);
  }
  return fmt::format("index-scan ({} {} {}) {}{} by {}", at[0], at[1], at[2], at[3], without,
                     names(plan, plan.sorted_by));
}

/// "path-search ?x (+ iri#4) ?y default-graph"; an end that the child has is in brackets.
std::string text(const Plan& plan, const PathSearch& node) {
  const auto end = [&](const PathEnd& place) {
    const auto* column = std::get_if<std::size_t>(&place);
    return column == nullptr ? rdf::to_ntriples(std::get<rdf::Term>(place))
                             : "[" + sparql::to_string(node.child->columns[*column]) + "]";
  };
  const auto* graph = std::get_if<std::size_t>(&node.graph);
  return fmt::format("path-search{} {} {} {} {}", node.kind == JoinKind::kLeft ? " left" : "",
                     end(node.start), to_string(node.path),
                     node.end ? end(*node.end) : sparql::to_string(plan.columns.back()),
                     graph == nullptr ? id_text(std::get<store::Id>(node.graph))
                                      : sparql::to_string(node.child->columns[*graph]));
}

/// "service-call silent <http://example/sparql> (?s ?o)"; a column of the child is in brackets.
std::string text(const ServiceCall& node) {
  const auto* column = std::get_if<std::size_t>(&node.endpoint);
  return fmt::format("service-call{}{} {} {}", node.kind == JoinKind::kLeft ? " left" : "",
                     node.is_silent ? " silent" : "",
                     column == nullptr
                         ? rdf::to_ntriples(std::get<rdf::Term>(node.endpoint))
                         : "[" + sparql::to_string(node.child->columns[*column]) + "]",
                     names(node.variables));
}

std::string text(const sparql::Aggregate& aggregate) {
  std::string result = "(" + aggregate.name;
  if (aggregate.distinct) {
    result += " distinct";
  }
  result += aggregate.argument ? " " + sparql::to_string(*aggregate.argument) : " *";
  if (aggregate.name == "group_concat") {
    result += " " + rdf::to_ntriples(rdf::TermView::literal(aggregate.separator));
  }
  return result + ")";
}

std::string text(const Plan& plan, const HashGroup& node) {
  const auto end = plan.columns.begin() + static_cast<std::ptrdiff_t>(node.key_count);
  std::vector<std::string> aggregates;
  for (std::size_t i = 0; i < node.aggregates.size(); ++i) {
    aggregates.push_back(fmt::format("({} {})", sparql::to_string(plan.columns[node.key_count + i]),
                                     text(node.aggregates[i])));
  }
  return fmt::format("hash-group {} {}", names({plan.columns.begin(), end}), list(aggregates));
}

std::string text(const OrderBy& node) {
  std::vector<std::string> items;
  for (const sparql::OrderCondition& condition : node.conditions) {
    items.push_back(fmt::format("({} {})", condition.descending ? "desc" : "asc",
                                sparql::to_string(condition.expression)));
  }
  return "order-by " + list(items);
}

/// A node without its children.
std::string head(const Plan& plan) {
  return std::visit(
      [&](const auto& node) -> std::string {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, IndexScan> || std::is_same_v<Node, HashGroup> ||
                      std::is_same_v<Node, PathSearch>) {
          return text(plan, node);
        } else if constexpr (std::is_same_v<Node, InlineRows>) {
          return "inline-rows " + names(plan.columns);
        } else if constexpr (std::is_same_v<Node, GraphNames>) {
          return "graph-names " + names(plan.columns);
        } else if constexpr (std::is_same_v<Node, MergeJoin>) {
          return fmt::format("merge-join {} on {}", text(node.kind), keys(*node.left, node.keys));
        } else if constexpr (std::is_same_v<Node, HashJoin>) {
          std::string result =
              fmt::format("hash-join {} on {}", text(node.kind), keys(*node.left, node.keys));
          if (!node.compatible.empty()) {
            result += " compatible " + keys(*node.left, node.compatible);
          }
          return node.condition ? result + " if " + sparql::to_string(*node.condition) : result;
        } else if constexpr (std::is_same_v<Node, MergeSemiJoin>) {
          return semi_join(plan, node, "merge");
        } else if constexpr (std::is_same_v<Node, HashSemiJoin>) {
          return semi_join(plan, node, "hash") +
                 (node.compatible.empty() ? ""
                                          : " compatible " + keys(*node.left, node.compatible));
        } else if constexpr (std::is_same_v<Node, Filter>) {
          return "filter " + list(node.conditions);
        } else if constexpr (std::is_same_v<Node, Extend>) {
          return fmt::format("extend ({} {})", sparql::to_string(plan.columns.back()),
                             sparql::to_string(node.expression));
        } else if constexpr (std::is_same_v<Node, Union>) {
          return "union";
        } else if constexpr (std::is_same_v<Node, OrderBy> || std::is_same_v<Node, ServiceCall>) {
          return text(node);
        } else if constexpr (std::is_same_v<Node, SortById>) {
          return "sort-by-id " + names(plan, node.columns);
        } else if constexpr (std::is_same_v<Node, Project>) {
          return "project " + names(plan.columns);
        } else if constexpr (std::is_same_v<Node, Distinct>) {
          return "distinct";
        } else {
          static_assert(std::is_same_v<Node, Slice>);
          return fmt::format(
              "slice {} {}{}", node.offset, node.limit ? fmt::format("{}", *node.limit) : "_",
              node.graph_column ? " for each " + names(plan, {*node.graph_column}) : "");
        }
      },
      plan.node);
}

std::vector<const Plan*> children(const Plan& plan) {
  return std::visit(
      [](const auto& node) -> std::vector<const Plan*> {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (requires { node.left; }) {
          return {&*node.left, &*node.right};
        } else if constexpr (std::is_same_v<Node, Union>) {
          std::vector<const Plan*> branches;
          for (const Plan& branch : node.branches) {
            branches.push_back(&branch);
          }
          return branches;
        } else if constexpr (requires { node.child; }) {
          return {&*node.child};
        } else {
          return {};
        }
      },
      plan.node);
}

void print(const Plan& plan, std::size_t depth, std::string& out) {
  out += fmt::format("{:{}}({} rows={:.0f}", "", 2 * depth, head(plan),
                     std::round(plan.estimated_rows));
  for (const Plan* child : children(plan)) {
    out += '\n';
    print(*child, depth + 1, out);
  }
  out += ')';
}

}  // namespace

std::string to_string(const Plan& plan) {
  std::string out;
  print(plan, 0, out);
  return out;
}

}  // namespace whence::plan
