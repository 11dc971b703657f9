"""The tables of all rewrites, by the names that explained.md tells the reasons under."""

from __future__ import annotations

from expression_rewrites import (
    casts_of_padded,
    each_condition,
    empty_lists,
    of_ill_typed,
    of_tagged,
    ordered_booleans,
    ordered_not_a_number,
    ordered_others,
    plain_labels,
    quotients_of_zero,
    replacements,
    rounded_positions,
    sums_of_numbers,
)
from open_questions import (
    exact_quotients,
    exists_without_empty_paths,
    exists_without_minus,
    only_one_from,
    ordered_extremes,
    registered_tags,
    strings_of_numbers,
    timezones,
)
from pattern_rewrites import (
    arguments_bound_first,
    concatenated_strings,
    described_anyway,
    described_once,
    empty_negations,
    existing_graph,
    graph_by_graph,
    graphs_with_triples,
    group_by_variable_as,
    only_named_variables,
    unlabelled,
)
from rewriting import each
from spelled_paths import spelled_paths

OPEN = {
    "FROM of several": only_one_from,
    "digits of quotients": each("expression", exact_quotients),
    "paths in EXISTS": each("expression", exists_without_empty_paths),
    "MINUS in EXISTS": each("expression", exists_without_minus),
    "forms of computed numbers": lambda query: query.map(strings_of_numbers),
    "durations": each("expression", timezones),
    "STRLANG of odd tags": each("expression", registered_tags),
    "extremes without order": each("aggregate", ordered_extremes),
}
REWRITES = {
    "labels in arguments": unlabelled,
    "empty negated sets": each("path", empty_negations),
    "paths": spelled_paths,
    "DESCRIBE without a solution": described_anyway,
    "DESCRIBE twice": described_once,
    "GRAPH of no graph": each("element", existing_graph),
    "FROM NAMED of no graph": graphs_with_triples,
    "GRAPH of a variable": each("element", graph_by_graph),
    "GROUP BY variable AS": each("by", group_by_variable_as),
    "GROUP_CONCAT of others": each("aggregate", concatenated_strings),
    "errors in aggregates": arguments_bound_first,
    "COUNT(DISTINCT *)": only_named_variables,
    "conditions with a language": each_condition(of_tagged),
    "ill-typed conditions": each_condition(of_ill_typed),
    "order of others": each("expression", ordered_others),
    "order of NaN": each("expression", ordered_not_a_number),
    "order of booleans": each("expression", ordered_booleans),
    "IN of nothing": each("expression", empty_lists),
    "SUBSTR at fractions": each("expression", rounded_positions),
    "arithmetic of moments": each("expression", sums_of_numbers),
    "casts of padded strings": each("expression", casts_of_padded),
    "quotients of zero": each("expression", quotients_of_zero),
    "BNODE of strings": each("expression", plain_labels),
    "REPLACE": each("expression", replacements),
}
