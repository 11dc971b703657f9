#include "oracle/random_case.h"

#include <ostream>
#include <vector>

#include "oracle/random_expression.h"
#include "oracle/random_path.h"
#include "oracle/random_terms.h"

namespace whence::oracle {

namespace {

/// Writes the text of one query while it draws what stands in it.
class QueryWriter {
 public:
  std::string write(Flavour flavour) {
    const std::string prefix = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n";
    flavour_ = flavour;
    switch (flavour) {
      case Flavour::kPatterns:
      case Flavour::kPaths:
      case Flavour::kNegation:
        return prefix + "SELECT * " + dataset() + "WHERE " +
               group(flavour == Flavour::kPatterns ? 3 : 2);
      case Flavour::kAggregates:
        return prefix + aggregates();
      case Flavour::kModifiers:
        return prefix + modifiers();
      case Flavour::kConstruct:
        return prefix + construct();
      case Flavour::kAsk:
        return prefix + "ASK " + dataset() + group(2);
    }
    return prefix;
  }

 private:
  std::string variable() { return random_variable(variables_); }

  /// A variable that stands nowhere else.
  std::string fresh(const std::string& prefix) { return prefix + std::to_string(fresh_count_++); }

  /// Mostly nothing. Some of the graphs are not there.
  static std::string dataset() {
    std::string text;
    for (int i = one_in(6) ? 1 + draw(3) : 0; i > 0; --i) {
      const rdf::Term name = one_in(5) ? random_subject() : random_graph_name();
      text += (one_in(2) ? "FROM NAMED " : "FROM ") + rdf::to_ntriples(name) + " ";
    }
    return text;
  }

  [[nodiscard]] std::string predicate_or_path() const {
    if (one_in(flavour_ == Flavour::kPaths ? 2 : flavour_ == Flavour::kNegation ? 4 : 8)) {
      return random_path(1 + draw(3));
    }
    return rdf::to_ntriples(random_predicate());
  }

  /// Mostly of the shape that matches something: ?a or ?b, a predicate, ?b, ?c or ?g.
  std::string triple() {
    const auto likely = [&](const char* names) {
      return one_in(5) ? variable() : std::string("?") + names[draw(2)];
    };
    std::string subject = one_in(8) ? rdf::to_ntriples(random_subject()) : likely("ab");
    if (one_in(12)) {
      subject = "_:x" + std::to_string(blank_scope_);
    }
    const std::string predicate = one_in(3) ? likely("pp") : predicate_or_path();
    const std::string object =
        one_in(8) ? rdf::to_ntriples(random_object(false)) : likely(one_in(4) ? "cg" : "bc");
    return subject + " " + predicate + " " + object + " . ";
  }

  std::string triples() {
    std::string text;
    for (int i = one_in(3) ? 2 + draw(3) : 1; i > 0; --i) {
      text += triple();
    }
    return text;
  }

  /// One pattern in braces.
  std::string group(int depth) {
    // Mostly triples come first, so that what follows has something to work on.
    std::string text = one_in(4) ? "{ " : "{ " + triples();
    for (int i = draw(3) + (text == "{ " ? 1 : 0); i > 0; --i) {
      // A label may stand in one basic graph pattern alone (§4.1.4).
      blank_scope_ = ++blank_scope_count_;
      text += element(depth);
    }
    blank_scope_ = ++blank_scope_count_;
    return text + "}";
  }

  std::string element(int depth) {
    if (depth > 0 && one_in(flavour_ == Flavour::kNegation ? 3 : 12)) {
      return "MINUS " + group(depth - 1) + " ";
    }
    switch (draw(depth > 0 ? 12 : 5)) {
      case 2:
        return filter();
      case 3:
        return values();
      case 4:
        return bind();
      case 5:
      case 6:
        return "OPTIONAL " + group(depth - 1) + " ";
      case 7:
        return group(depth - 1) + " UNION " + group(depth - 1) + " ";
      case 8:
        return "GRAPH " + rdf::to_ntriples(random_graph_name()) + " " + group(depth - 1) + " ";
      case 9:
        return "GRAPH ?g " + group(depth - 1) + " ";
      case 10:
        return group(depth - 1) + " ";
      case 11:
        // What substitution does to the hidden variables of a subquery is not agreed on.
        return exists_depth_ > 0 ? group(depth - 1) + " " : "{ " + subquery(depth - 1) + " } ";
      default:
        return triples();
    }
  }

  /// What the group binds itself stays inside.
  std::string exists() {
    const std::vector<std::string> outside = variables_;
    const int scope = blank_scope_;
    blank_scope_ = ++blank_scope_count_;
    ++exists_depth_;
    std::string text = (one_in(2) ? "EXISTS " : "NOT EXISTS ") + group(1);
    --exists_depth_;
    blank_scope_ = scope;
    variables_ = outside;
    return text;
  }

  std::string condition(int depth) {
    const int one_of = flavour_ == Flavour::kNegation ? 2 : flavour_ == Flavour::kPaths ? 4 : 10;
    if (exists_depth_ > 1 || !one_in(one_of)) {
      return random_condition(variables_, depth);
    }
    const std::string other = random_condition(variables_, 1);
    return one_in(3) ? "(" + other + (one_in(2) ? " && " : " || ") + exists() + ")" : exists();
  }

  /// Half of them let pass what is an error.
  std::string filter() {
    const std::string condition = this->condition(2);
    return one_in(2) ? "FILTER(" + condition + ") " : "FILTER(COALESCE(" + condition + ", true)) ";
  }

  std::string bind() {
    const std::string name = fresh("x");
    const std::string value =
        one_in(12) && exists_depth_ == 0 ? exists() : random_expression(variables_, 2);
    std::string text = "BIND(" + value + " AS ?" + name + ") ";
    variables_.push_back(name);
    return text;
  }

  std::string values() {
    const std::string first = variable();
    const std::string second = variable();
    const bool is_single = first == second || one_in(2);
    std::string text = "VALUES (" + first + (is_single ? "" : " " + second) + ") { ";
    for (int i = one_in(8) ? 0 : 1 + draw(3); i > 0; --i) {
      text += "(" + cell() + (is_single ? "" : " " + cell()) + ") ";
    }
    return text + "} ";
  }

  std::string cell() { return one_in(3) ? "UNDEF" : rdf::to_ntriples(random_object(false)); }

  /// Only what gives one answer whatever the order of its input.
  std::string subquery(int depth) {
    switch (draw(4)) {
      case 0:
        return "SELECT DISTINCT " + variable() + " WHERE " + group(depth);
      case 1: {
        const std::string key = variable();
        return "SELECT " + key + " (COUNT(*) AS ?" + fresh("n") + ") WHERE " + group(depth) +
               " GROUP BY " + key;
      }
      case 2:
        return "SELECT (COUNT(" + variable() + ") AS ?" + fresh("n") + ") WHERE " + group(depth);
      default: {
        const std::string only = variable();
        return "SELECT DISTINCT " + only + " WHERE { " + group(depth) + " FILTER isIRI(" + only +
               ") } ORDER BY " + only + " LIMIT " + std::to_string(draw(4)) + " OFFSET " +
               std::to_string(draw(2));
      }
    }
  }

  std::string aggregate() {
    const std::string distinct = one_in(3) ? "DISTINCT " : "";
    const std::string argument = one_in(3) ? random_expression(variables_, 1) : variable();
    switch (draw(8)) {
      case 0:
        return "(COUNT(" + distinct + "*) AS ?" + fresh("n") + ")";
      case 1:
        return "(COUNT(" + distinct + argument + ") AS ?" + fresh("n") + ")";
      case 2:
        return "(SUM(" + distinct + argument + ") AS ?" + fresh("n") + ")";
      case 3:
        return "(AVG(" + distinct + argument + ") AS ?" + fresh("n") + ")";
      case 4:
        return "(MIN(" + argument + ") AS ?" + fresh(kByValuePrefix) + ")";
      case 5:
        return "(MAX(" + argument + ") AS ?" + fresh(kByValuePrefix) + ")";
      case 6:
        return "(GROUP_CONCAT(" + distinct + argument + "; SEPARATOR=\"" + kSeparator + "\") AS ?" +
               fresh(kConcatenatedPrefix) + ")";
      default:
        return "((COUNT(*) + COUNT(" + argument + ")) AS ?" + fresh("n") + ")";
    }
  }

  std::string aggregates() {
    const std::string where = group(2);
    std::vector<std::string> keys;
    for (int i = draw(3); i > 0; --i) {
      const std::string key = variable();
      if (keys.empty() || keys.front() != key) {
        keys.push_back(key);
      }
    }
    std::string select = "SELECT";
    std::string by;
    for (const std::string& key : keys) {
      select += " " + key;
      by += " " + key;
    }
    if (one_in(4)) {
      const std::string name = fresh("k");
      select += " ?" + name;
      by += " (" + random_expression(variables_, 1) + " AS ?" + name + ")";
    }
    for (int i = 1 + draw(3); i > 0; --i) {
      select += " " + aggregate();
    }
    std::string text =
        select + " " + dataset() + "WHERE " + where + (by.empty() ? "" : " GROUP BY" + by);
    if (!keys.empty() && one_in(8)) {
      return text + " HAVING " + exists();
    }
    return one_in(4) ? text + " HAVING (COUNT(*) > 1)" : text;
  }

  std::string modifiers() {
    const std::string where = group(2);
    std::vector<std::string> columns;
    std::string select;
    for (int i = 1 + draw(3); i > 0; --i) {
      const std::string column = variable();
      columns.push_back(column.substr(1));
      select += " " + column;
    }
    if (one_in(3)) {
      const std::string name = fresh("e");
      const std::string value = one_in(4) ? exists() : random_expression(variables_, 1);
      select += " (" + value + " AS ?" + name + ")";
      columns.push_back(name);
    }
    std::string text = std::string("SELECT") + (one_in(3)   ? " DISTINCT"
                                                : one_in(5) ? " REDUCED"
                                                            : "");
    text += select + " " + dataset() + "WHERE " + where;
    if (!one_in(4)) {
      text += " ORDER BY";
      for (int i = 1 + draw(2); i > 0; --i) {
        const std::string key = one_in(3) ? "(" + random_expression(columns, 1) + ")"
                                          : "(" + random_variable(columns) + ")";
        text += (one_in(3) ? " DESC" : " ASC") + key;
      }
    }
    text += one_in(2) ? " LIMIT " + std::to_string(draw(6)) : "";
    return text + (one_in(3) ? " OFFSET " + std::to_string(draw(4)) : "");
  }

  std::string construct() {
    const std::string where = group(2);
    std::string triples;
    for (int i = 1 + draw(2); i > 0; --i) {
      triples += variable() + " " +
                 (one_in(3) ? variable() : rdf::to_ntriples(random_predicate())) + " " +
                 variable() + " . ";
    }
    return "CONSTRUCT { " + triples + "} " + dataset() + "WHERE " + where;
  }

  std::vector<std::string> variables_{"a", "b", "c", "g", "p"};
  int fresh_count_ = 0;
  Flavour flavour_ = Flavour::kPatterns;
  int blank_scope_ = 0;
  int blank_scope_count_ = 0;
  int exists_depth_ = 0;
};

}  // namespace

std::ostream& operator<<(std::ostream& out, const Case& sample) {
  return out << sample.query << "\nover\n" << to_nquads(sample.data);
}

rc::Gen<Case> cases(Flavour flavour) {
  return rc::gen::exec([flavour] {
    DataSet data = random_data();
    return Case{std::move(data), QueryWriter().write(flavour)};
  });
}

}  // namespace whence::oracle
