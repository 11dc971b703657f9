// One maker a physical operator; each lives in the file of its name. `columns` are the variables of
// the child's output, where expressions need them.
#pragma once

#include <memory>
#include <vector>

#include "exec/operator.h"

namespace whence::exec {

using OperatorPtr = std::unique_ptr<Operator>;
using Columns = std::vector<plan::Variable>;

OperatorPtr make_index_scan(const plan::IndexScan& node, QueryContext& context);
OperatorPtr make_inline_rows(const plan::InlineRows& node, std::size_t column_count,
                             QueryContext& context);
OperatorPtr make_graph_names(QueryContext& context);
OperatorPtr make_merge_join(const plan::MergeJoin& node, OperatorPtr left, OperatorPtr right,
                            QueryContext& context);
OperatorPtr make_hash_join(const plan::HashJoin& node, OperatorPtr left, OperatorPtr right,
                           QueryContext& context);
OperatorPtr make_merge_semi_join(const plan::MergeSemiJoin& node, OperatorPtr left,
                                 OperatorPtr right, QueryContext& context);
OperatorPtr make_hash_semi_join(const plan::HashSemiJoin& node, OperatorPtr left, OperatorPtr right,
                                QueryContext& context);
OperatorPtr make_path_search(const plan::PathSearch& node, OperatorPtr child,
                             QueryContext& context);
OperatorPtr make_service_call(const plan::ServiceCall& node, OperatorPtr child,
                              QueryContext& context);
OperatorPtr make_filter(const plan::Filter& node, OperatorPtr child, QueryContext& context);
OperatorPtr make_extend(const plan::Extend& node, OperatorPtr child, QueryContext& context);
OperatorPtr make_union(const plan::Union& node, std::vector<OperatorPtr> branches,
                       QueryContext& context);
OperatorPtr make_hash_group(const plan::HashGroup& node, OperatorPtr child, QueryContext& context);
OperatorPtr make_order_by(const plan::OrderBy& node, OperatorPtr child, QueryContext& context);
OperatorPtr make_sort_by_id(const plan::SortById& node, OperatorPtr child, QueryContext& context);
OperatorPtr make_project(const plan::Project& node, OperatorPtr child);
OperatorPtr make_distinct(const plan::Distinct& node, OperatorPtr child, QueryContext& context);
OperatorPtr make_slice(const plan::Slice& node, OperatorPtr child);
/// `child`, its rows without multiplicities if one of `expressions` takes a new value each time.
OperatorPtr make_single_rows(const std::vector<plan::Expression>& expressions, OperatorPtr child);

}  // namespace whence::exec
