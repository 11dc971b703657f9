#include <expat.h>
#include <memory>
#include <stdexcept>

#include "answers/answer.h"

namespace whence::answers {

namespace {

constexpr std::string_view kNamespace = "http://www.w3.org/2005/sparql-results#|";
constexpr std::string_view kLanguage = "http://www.w3.org/XML/1998/namespace|lang";

/// Expat's callbacks over an Answer that grows.
class Handler {
 public:
  static void start(void* self, const XML_Char* name, const XML_Char** attributes) {
    static_cast<Handler*>(self)->start(name, attributes);
  }
  static void end(void* self, const XML_Char* name) { static_cast<Handler*>(self)->end(name); }
  static void text(void* self, const XML_Char* text, int size) {
    static_cast<Handler*>(self)->text_.append(text, static_cast<std::size_t>(size));
  }

  Answer answer;

 private:
  void start(std::string_view name, const XML_Char** attributes) {
    text_.clear();
    std::map<std::string, std::string> values;
    for (; *attributes != nullptr; attributes += 2) {
      values[attributes[0]] = attributes[1];
    }
    if (is(name, "variable")) {
      answer.variables.push_back(values["name"]);
    } else if (is(name, "result")) {
      answer.rows.emplace_back();
    } else if (is(name, "binding")) {
      variable_ = values["name"];
    } else if (is(name, "literal")) {
      datatype_ = values["datatype"];
      language_ = values[std::string(kLanguage)];
    }
  }

  void end(std::string_view name) {
    if (is(name, "uri")) {
      bind(rdf::Term::iri(text_));
    } else if (is(name, "bnode")) {
      bind(rdf::Term::blank_node(text_));
    } else if (is(name, "literal")) {
      bind(language_.empty() ? rdf::Term::literal(text_, datatype_)
                             : rdf::Term::language_literal(text_, language_));
    } else if (is(name, "boolean")) {
      answer.boolean = text_ == "true";
    }
  }

  static bool is(std::string_view name, std::string_view local) {
    return name.starts_with(kNamespace) && name.substr(kNamespace.size()) == local;
  }
  void bind(rdf::Term term) { answer.rows.back().emplace(variable_, std::move(term)); }

  std::string variable_;
  std::string datatype_;
  std::string language_;
  std::string text_;
};

}  // namespace

Answer read_xml(std::string_view text) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreateNS(nullptr, '|'), &XML_ParserFree);
  Handler handler;
  XML_SetUserData(parser.get(), &handler);
  XML_SetElementHandler(parser.get(), &Handler::start, &Handler::end);
  XML_SetCharacterDataHandler(parser.get(), &Handler::text);
  if (XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), XML_TRUE) !=
      XML_STATUS_OK) {
    throw std::runtime_error(std::string("the results are not XML: ") +
                             XML_ErrorString(XML_GetErrorCode(parser.get())));
  }
  return std::move(handler.answer);
}

}  // namespace whence::answers
