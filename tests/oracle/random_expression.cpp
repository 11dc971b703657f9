#include "oracle/random_expression.h"

#include <array>
#include <initializer_list>

#include "oracle/random_terms.h"

namespace whence::oracle {

namespace {

using Variables = std::vector<std::string>;

std::string one_of(std::initializer_list<const char*> choices) {
  return *(choices.begin() + draw(static_cast<int>(choices.size())));
}

std::string constant() { return rdf::to_ntriples(random_object(false)); }

std::string operand(const Variables& variables, int depth) {
  switch (draw(depth > 0 ? 5 : 3)) {
    case 0:
    case 1:
      return random_variable(variables);
    case 2:
      return constant();
    default:
      return random_expression(variables, depth - 1);
  }
}

std::string call(const std::string& name, std::initializer_list<std::string> arguments) {
  std::string text = name + "(";
  for (const std::string& argument : arguments) {
    text += (text.back() == '(' ? "" : ", ") + argument;
  }
  return text + ")";
}

/// An argument that is a string more often than not.
std::string string(const Variables& variables, int depth) {
  return one_in(3) ? operand(variables, depth) : call("STR", {operand(variables, depth)});
}

std::string list(const Variables& variables, int depth) {
  std::string text = "(" + operand(variables, depth);
  for (int i = draw(3); i > 0; --i) {
    text += ", " + operand(variables, depth);
  }
  return text + ")";
}

}  // namespace

std::string random_variable(const Variables& variables) {
  return "?" + variables[static_cast<std::size_t>(draw(static_cast<int>(variables.size())))];
}

std::string random_condition(const Variables& variables, int depth) {
  const int below = depth - 1;
  const auto some = [&] { return operand(variables, below); };
  switch (draw(depth > 0 ? 12 : 4)) {
    case 0:
    case 1:
      return "(" + operand(variables, 0) + one_of({" = ", " != ", " < ", " > ", " <= ", " >= "}) +
             operand(variables, 0) + ")";
    case 2:
      return call("BOUND", {random_variable(variables)});
    case 3:
      return operand(variables, 0);
    case 4:
      return "(" + some() + one_of({" = ", " != ", " < ", " >= "}) + some() + ")";
    case 5:
      return "(" + random_condition(variables, below) + one_of({" && ", " || "}) +
             random_condition(variables, below) + ")";
    case 6:
      return "(!" + random_condition(variables, below) + ")";
    case 7:
      return "(" + some() + one_of({" IN ", " NOT IN "}) + list(variables, below) + ")";
    case 8:
      return call(one_of({"isIRI", "isBLANK", "isLITERAL", "isNUMERIC"}), {some()});
    case 9:
      return call(one_of({"CONTAINS", "STRSTARTS", "STRENDS"}),
                  {string(variables, below), string(variables, below)});
    case 10:
      return call("REGEX", {string(variables, below), one_of({"\"a\"", "\"^A.?$\"", "\"s[01]\""}),
                            one_of({"\"\"", "\"i\""})});
    default:
      return one_in(2) ? call("sameTerm", {some(), some()})
                       : call("LANGMATCHES", {call("LANG", {some()}), one_of({"\"*\"", "\"en\""})});
  }
}

std::string random_expression(const Variables& variables, int depth) {
  if (depth <= 0) {
    return operand(variables, 0);
  }
  const int below = depth - 1;
  const auto some = [&] { return operand(variables, below); };
  switch (draw(9)) {
    case 0:
    case 1:
      return "(" + some() + one_of({" + ", " - ", " * ", " / "}) + some() + ")";
    case 2:
      return call(one_of({"STR", "LANG", "DATATYPE", "ABS"}), {some()});
    case 3:
      return call(one_of({"STRLEN", "UCASE", "LCASE"}), {string(variables, below)});
    case 4:
      return call("IF", {random_condition(variables, below), some(), some()});
    case 5:
      return call("COALESCE", {some(), some()});
    case 6:
      return call("CONCAT", {string(variables, below), string(variables, below)});
    case 7:
      return call(one_of({"xsd:integer", "xsd:double", "xsd:string", "xsd:boolean", "xsd:decimal"}),
                  {some()});
    default:
      return random_condition(variables, below);
  }
}

}  // namespace whence::oracle
