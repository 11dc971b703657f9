#include <stdexcept>

#include <rapidjson/document.h>

#include "answers/answer.h"

namespace whence::answers {

namespace {

const rapidjson::Value& member(const rapidjson::Value& object, const char* name) {
  if (!object.IsObject() || !object.HasMember(name)) {
    throw std::runtime_error(std::string("the results have no \"") + name + "\"");
  }
  return object[name];
}

std::string text_of(const rapidjson::Value& object, const char* name) {
  const rapidjson::Value& value = member(object, name);
  return {value.GetString(), value.GetStringLength()};
}

rdf::Term term_of(const rapidjson::Value& cell) {
  const std::string type = text_of(cell, "type");
  const std::string value = text_of(cell, "value");
  if (type == "uri") {
    return rdf::Term::iri(value);
  }
  if (type == "bnode") {
    return rdf::Term::blank_node(value);
  }
  // "typed-literal" is what was written before the format became a recommendation.
  if (type != "literal" && type != "typed-literal") {
    throw std::runtime_error("a term of the type \"" + type + "\"");
  }
  if (cell.HasMember("xml:lang")) {
    return rdf::Term::language_literal(value, text_of(cell, "xml:lang"));
  }
  return rdf::Term::literal(value, cell.HasMember("datatype") ? text_of(cell, "datatype") : "");
}

}  // namespace

Answer read_json(std::string_view text) {
  rapidjson::Document document;
  document.Parse(text.data(), text.size());
  if (document.HasParseError()) {
    throw std::runtime_error("the results are not JSON");
  }
  Answer answer;
  if (document.HasMember("boolean")) {
    answer.boolean = document["boolean"].GetBool();
    return answer;
  }
  const rapidjson::Value& head = member(document, "head");
  if (head.HasMember("vars")) {
    for (const auto& name : head["vars"].GetArray()) {
      answer.variables.emplace_back(name.GetString(), name.GetStringLength());
    }
  }
  for (const auto& binding : member(member(document, "results"), "bindings").GetArray()) {
    Row& row = answer.rows.emplace_back();
    for (const auto& [name, cell] : binding.GetObject()) {
      row.emplace(std::string(name.GetString(), name.GetStringLength()), term_of(cell));
    }
  }
  return answer;
}

}  // namespace whence::answers
