// See printer.h. Recursive: a tree's height is bounded (algebra.h).
#include "sparql/printer.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include <fmt/format.h>

#include "rdf/vocabulary.h"

namespace whence::sparql {

namespace {

constexpr int kOneLine = -1;

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether the lexical form alone says the datatype: [146] INTEGER, [147] DECIMAL with a sign.
bool is_plain_number(const rdf::Term& term) {
  std::string_view text = term.value;
  if (text.starts_with('+') || text.starts_with('-')) {
    text.remove_prefix(1);
  }
  if (term.datatype == rdf::xsd::kInteger) {
    return is_digits(text);
  }
  const std::size_t dot = text.find('.');
  return term.datatype == rdf::xsd::kDecimal && dot != std::string_view::npos &&
         (dot == 0 || is_digits(text.substr(0, dot))) && is_digits(text.substr(dot + 1));
}

std::string text_of(const rdf::Term& term) {
  const bool is_boolean =
      term.datatype == rdf::xsd::kBoolean && (term.value == "true" || term.value == "false");
  return is_boolean || is_plain_number(term) ? term.value : rdf::to_ntriples(term);
}

std::string text_of(const std::vector<Variable>& variables) {
  std::string text;
  for (const Variable& variable : variables) {
    text += (text.empty() ? "" : " ") + to_string(variable);
  }
  return text;
}

std::string text_of(const TriplePattern& triple) {
  return fmt::format("(triple {} {} {})", to_string(triple.subject), to_string(triple.predicate),
                     to_string(triple.object));
}

std::string text_of(const Aggregate& aggregate) {
  std::string text = "(" + aggregate.name;
  if (aggregate.distinct) {
    text += " distinct";
  }
  if (aggregate.name == "group_concat") {
    text += fmt::format(" (separator {})",
                        rdf::to_ntriples(rdf::TermView::literal(aggregate.separator)));
  }
  return text + " " + (aggregate.argument ? to_string(*aggregate.argument) : "*") + ")";
}

std::string text_of(std::string_view head, const std::vector<PropertyPath>& parts) {
  std::string text = fmt::format("({}", head);
  for (const PropertyPath& part : parts) {
    text += " " + to_string(part);
  }
  return text + ")";
}

std::string text_of(const NegatedPropertySet& set) {
  std::string text = "(not-in";
  for (const rdf::Term& iri : set.forward) {
    text += " " + text_of(iri);
  }
  for (const rdf::Term& iri : set.backward) {
    text += fmt::format(" (inverse {})", text_of(iri));
  }
  return text + ")";
}

std::string text_of(const RepeatedPath& repeated) {
  const std::string_view name = !repeated.is_unbounded   ? "zero-or-one"
                                : repeated.includes_zero ? "zero-or-more"
                                                         : "one-or-more";
  return fmt::format("({} {})", name, to_string(*repeated.path));
}

/// Writes nodes with their children below them, or all on one line where `indent` is kOneLine.
class Printer {
 public:
  void algebra(const Algebra& algebra, int indent) {
    std::visit([&](const auto& node) { write(node, indent); }, algebra.node);
  }
  std::string take() { return std::move(out_); }

 private:
  void child(const Algebra& algebra, int indent) {
    start_line(indent);
    this->algebra(algebra, indent == kOneLine ? kOneLine : indent + 1);
  }
  void line(const std::string& text, int indent) {
    start_line(indent);
    out_ += text;
  }
  void start_line(int indent) {
    if (indent == kOneLine) {
      out_ += ' ';
    } else {
      out_ += '\n';
      out_.append(2 * (static_cast<std::size_t>(indent) + 1), ' ');
    }
  }
  void node(const std::string& head, const Algebra& below, int indent) {
    out_ += "(" + head;
    child(below, indent);
    out_ += ')';
  }
  void pair(const std::string& head, const Algebra& left, const Algebra& right, int indent) {
    out_ += "(" + head;
    child(left, indent);
    child(right, indent);
    out_ += ')';
  }

  void write(const Bgp& bgp, int indent) {
    out_ += "(bgp";
    const bool is_short = bgp.patterns.size() == 1;
    for (const TriplePattern& triple : bgp.patterns) {
      line(text_of(triple), is_short ? kOneLine : indent);
    }
    out_ += ')';
  }
  void write(const Path& path, int) {
    out_ += fmt::format("(path {} {} {})", to_string(path.subject), to_string(path.path),
                        to_string(path.object));
  }
  void write(const Join& join, int indent) { pair("join", *join.left, *join.right, indent); }
  void write(const Minus& minus, int indent) { pair("minus", *minus.left, *minus.right, indent); }
  void write(const LeftJoin& join, int indent) {
    const std::string condition = join.condition ? " " + to_string(*join.condition) : "";
    pair("left-join" + condition, *join.left, *join.right, indent);
  }
  void write(const Filter& filter, int indent) {
    std::string conditions;
    for (const Expression& condition : filter.conditions) {
      conditions += (conditions.empty() ? "" : " ") + to_string(condition);
    }
    node(fmt::format("filter ({})", conditions), *filter.child, indent);
  }
  void write(const Union& node, int indent) {
    out_ += "(union";
    for (const Algebra& branch : node.branches) {
      child(branch, indent);
    }
    out_ += ')';
  }
  void write(const Graph& graph, int indent) {
    node("graph " + to_string(graph.name), *graph.child, indent);
  }
  void write(const Service& service, int indent) {
    node(fmt::format("service {}{}", service.is_silent ? "silent " : "",
                     to_string(service.endpoint)),
         *service.child, indent);
  }
  void write(const Extend& extend, int indent) {
    node(fmt::format("extend {} {}", to_string(extend.variable), to_string(extend.expression)),
         *extend.child, indent);
  }
  void write(const Values& values, int indent) {
    out_ += fmt::format("(values ({})", text_of(values.variables));
    for (const auto& row : values.rows) {
      std::string cells;
      for (const auto& cell : row) {
        cells += (cells.empty() ? "" : " ") + (cell ? text_of(*cell) : "undef");
      }
      line("(" + cells + ")", indent);
    }
    out_ += ')';
  }
  void write(const Group& group, int indent) {
    std::string aggregates;
    for (const auto& [variable, aggregate] : group.aggregates) {
      aggregates += fmt::format("{}({} {})", aggregates.empty() ? "" : " ", to_string(variable),
                                text_of(aggregate));
    }
    node(fmt::format("group ({}) ({})", text_of(group.keys), aggregates), *group.child, indent);
  }
  void write(const OrderBy& order, int indent) {
    std::string conditions;
    for (const OrderCondition& condition : order.conditions) {
      const std::string text = to_string(condition.expression);
      conditions +=
          (conditions.empty() ? "" : " ") + (condition.descending ? "(desc " + text + ")" : text);
    }
    node(fmt::format("order-by ({})", conditions), *order.child, indent);
  }
  void write(const Project& project, int indent) {
    node(fmt::format("project ({})", text_of(project.variables)), *project.child, indent);
  }
  void write(const Distinct& distinct, int indent) { node("distinct", *distinct.child, indent); }
  void write(const Reduced& reduced, int indent) { node("reduced", *reduced.child, indent); }
  void write(const Slice& slice, int indent) {
    const std::string limit = slice.limit ? fmt::format("{}", *slice.limit) : "_";
    node(fmt::format("slice {} {}", slice.offset, limit), *slice.child, indent);
  }

  std::string out_;
};

/// What stands before the pattern of a query that is no SELECT.
std::string text_of(const AskForm& /*form*/) { return "ask"; }

std::string text_of(const ConstructForm& form) {
  std::string text = "construct\n  (template";
  for (const TemplateTriple& triple : form.triples) {
    text += "\n    " + text_of(TriplePattern{triple.subject, triple.predicate, triple.object});
  }
  return text + ")";
}

std::string text_of(const DescribeForm& form) {
  std::string text = text_of(form.variables);
  for (const rdf::Term& resource : form.resources) {
    text += (text.empty() ? "" : " ") + text_of(resource);
  }
  return fmt::format("describe ({})", text);
}

std::string text_of(const Dataset& dataset) {
  std::string text = "\n  (dataset";
  for (const rdf::Term& graph : dataset.default_graphs) {
    text += " " + text_of(graph);
  }
  for (const rdf::Term& graph : dataset.named_graphs) {
    text += fmt::format(" (named {})", text_of(graph));
  }
  return text + ")";
}

}  // namespace

std::string to_string(const Variable& variable) { return "?" + variable.name; }

std::string to_string(const PropertyPath& path) {
  return std::visit(
      [](const auto& node) -> std::string {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, PredicatePath>) {
          return text_of(node.iri);
        } else if constexpr (std::is_same_v<Node, InversePath>) {
          return fmt::format("(inverse {})", to_string(*node.path));
        } else if constexpr (std::is_same_v<Node, SequencePath>) {
          return text_of("sequence", node.steps);
        } else if constexpr (std::is_same_v<Node, AlternativePath>) {
          return text_of("alternative", node.branches);
        } else {
          return text_of(node);
        }
      },
      path.node);
}

std::string to_string(const PatternTerm& term) {
  const auto* variable = std::get_if<Variable>(&term);
  return variable != nullptr ? to_string(*variable) : text_of(std::get<rdf::Term>(term));
}

std::string to_string(const Expression& expression) {
  if (const auto* variable = std::get_if<Variable>(&expression.node)) {
    return to_string(*variable);
  }
  if (const auto* term = std::get_if<rdf::Term>(&expression.node)) {
    return text_of(*term);
  }
  if (const auto* exists = std::get_if<Exists>(&expression.node)) {
    Printer printer;
    printer.algebra(*exists->pattern, kOneLine);
    return fmt::format("({} {})", exists->negated ? "not-exists" : "exists", printer.take());
  }
  const Call& call = std::get<Call>(expression.node);
  // A function that is no built-in has an IRI for its name.
  const bool is_iri = call.name.find(':') != std::string::npos;
  std::string text = is_iri ? fmt::format("(<{}>", call.name) : "(" + call.name;
  for (const Expression& argument : call.arguments) {
    text += " " + to_string(argument);
  }
  return text + ")";
}

std::string to_string(const Algebra& algebra) {
  Printer printer;
  printer.algebra(algebra, 0);
  return printer.take();
}

std::string to_string(const Query& query) {
  if (std::holds_alternative<SelectForm>(query.form) && !query.dataset) {
    return to_string(query.pattern);
  }
  std::string text = std::visit(
      [](const auto& form) -> std::string {
        if constexpr (std::is_same_v<std::decay_t<decltype(form)>, SelectForm>) {
          return "select";
        } else {
          return text_of(form);
        }
      },
      query.form);
  if (query.dataset) {
    text += text_of(*query.dataset);
  }
  Printer printer;
  printer.algebra(query.pattern, 1);
  return fmt::format("({}\n  {})", text, printer.take());
}

}  // namespace whence::sparql
