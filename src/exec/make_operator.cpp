// Connects the operators of a plan. The depth of a plan is bounded by that of its algebra.
#include <type_traits>
#include <utility>

#include "exec/operators.h"

namespace whence::exec {

namespace {

OperatorPtr make(const plan::Union& node, QueryContext& context) {
  std::vector<OperatorPtr> branches;
  for (const plan::Plan& branch : node.branches) {
    branches.push_back(make_operator(branch, context));
  }
  return make_union(node, std::move(branches), context);
}

}  // namespace

std::unique_ptr<Operator> make_operator(const plan::Plan& plan, QueryContext& context) {
  return std::visit(
      [&](const auto& node) -> OperatorPtr {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, plan::IndexScan>) {
          return make_index_scan(node, context);
        } else if constexpr (std::is_same_v<Node, plan::InlineRows>) {
          return make_inline_rows(node, plan.columns.size(), context);
        } else if constexpr (std::is_same_v<Node, plan::GraphNames>) {
          return make_graph_names(context);
        } else if constexpr (std::is_same_v<Node, plan::MergeJoin>) {
          return make_merge_join(node, make_operator(*node.left, context),
                                 make_operator(*node.right, context), context);
        } else if constexpr (std::is_same_v<Node, plan::HashJoin>) {
          return make_hash_join(node, make_operator(*node.left, context),
                                make_operator(*node.right, context), context);
        } else if constexpr (std::is_same_v<Node, plan::MergeSemiJoin>) {
          return make_merge_semi_join(node, make_operator(*node.left, context),
                                      make_operator(*node.right, context), context);
        } else if constexpr (std::is_same_v<Node, plan::HashSemiJoin>) {
          return make_hash_semi_join(node, make_operator(*node.left, context),
                                     make_operator(*node.right, context), context);
        } else if constexpr (std::is_same_v<Node, plan::PathSearch>) {
          return make_path_search(node, make_operator(*node.child, context), context);
        } else if constexpr (std::is_same_v<Node, plan::ServiceCall>) {
          return make_service_call(node, make_operator(*node.child, context), context);
        } else if constexpr (std::is_same_v<Node, plan::Filter>) {
          return make_filter(node, make_operator(*node.child, context), context);
        } else if constexpr (std::is_same_v<Node, plan::Extend>) {
          return make_extend(node, make_operator(*node.child, context), context);
        } else if constexpr (std::is_same_v<Node, plan::Union>) {
          return make(node, context);
        } else if constexpr (std::is_same_v<Node, plan::HashGroup>) {
          return make_hash_group(node, make_operator(*node.child, context), context);
        } else if constexpr (std::is_same_v<Node, plan::OrderBy>) {
          return make_order_by(node, make_operator(*node.child, context), context);
        } else if constexpr (std::is_same_v<Node, plan::SortById>) {
          return make_sort_by_id(node, make_operator(*node.child, context), context);
        } else if constexpr (std::is_same_v<Node, plan::Project>) {
          return make_project(node, make_operator(*node.child, context));
        } else if constexpr (std::is_same_v<Node, plan::Distinct>) {
          return make_distinct(node, make_operator(*node.child, context), context);
        } else {
          static_assert(std::is_same_v<Node, plan::Slice>);
          return make_slice(node, make_operator(*node.child, context));
        }
      },
      plan.node);
}

}  // namespace whence::exec
