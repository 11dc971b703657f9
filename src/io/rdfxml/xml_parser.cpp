// See xml_parser.h.
#define XML_DTD 1  // Expat 2.5 declares its limits on entities only to those who say this.
#include "io/rdfxml/xml_parser.h"

#include <new>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "io/rdfxml/xml_message.h"

namespace whence::io {
namespace {

constexpr int kBlockSize = 1 << 16;

/// How many bytes Expat should see at once to tell UTF-16 from UTF-8 (XML 1.0 appendix F).
constexpr std::size_t kEncodingSize = 4;

/// Stands between the parts of a name that Expat gives out: no XML text can have it.
constexpr char kSeparator = '\x01';

/// "namespace|local|prefix", "namespace|local" or "local".
XmlName split_name(std::string_view name) {
  const std::size_t first = name.find(kSeparator);
  if (first == std::string_view::npos) {
    return {.name_space = {}, .local = name, .prefix = {}};
  }
  const std::string_view rest = name.substr(first + 1);
  const std::size_t second = rest.find(kSeparator);
  return {
      .name_space = name.substr(0, first),
      .local = rest.substr(0, second),
      .prefix = second == std::string_view::npos ? std::string_view() : rest.substr(second + 1)};
}

std::string_view view_of(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

XmlParser& self_of(void* user_data) { return *static_cast<XmlParser*>(user_data); }

}  // namespace

XmlParser::XmlParser(const ReadOptions& options, XmlHandler& handler)
    : options_(options), handler_(handler), parser_(XML_ParserCreateNS(nullptr, kSeparator)) {
  if (!parser_) {
    throw std::bad_alloc();
  }
  XML_SetReturnNSTriplet(parser_.get(), 1);
  XML_SetBillionLaughsAttackProtectionMaximumAmplification(parser_.get(), kEntityExpansionMax);
  XML_SetBillionLaughsAttackProtectionActivationThreshold(parser_.get(), kEntityExpansionFreeSize);
  XML_SetUserData(parser_.get(), this);
  set_handlers();
  set_document_handlers();
}

/// Runs `work` unless something has failed already, and keeps what it throws.
template <typename Work>
void XmlParser::guarded(Work&& work) {
  if (failure_) {
    return;
  }
  try {
    work();
  } catch (...) {
    failure_ = std::current_exception();
    XML_StopParser(parser_.get(), XML_FALSE);
  }
}

void XmlParser::set_handlers() {
  XML_ParserStruct* parser = parser_.get();
  XML_SetElementHandler(
      parser,
      [](void* user_data, const char* name, const char** attributes) {
        XmlParser& self = self_of(user_data);
        self.guarded([&] { self.start_element(name, attributes); });
      },
      [](void* user_data, const char*) {
        XmlParser& self = self_of(user_data);
        --self.depth_;
        self.guarded([&] { self.handler_.end_element(); });
      });
  XML_SetCharacterDataHandler(parser, [](void* user_data, const char* text, int size) {
    XmlParser& self = self_of(user_data);
    self.guarded([&] { self.handler_.text({text, static_cast<std::size_t>(size)}); });
  });
  XML_SetCommentHandler(parser, [](void* user_data, const char* text) {
    XmlParser& self = self_of(user_data);
    self.guarded([&] { self.handler_.comment(text); });
  });
  XML_SetProcessingInstructionHandler(
      parser, [](void* user_data, const char* target, const char* data) {
        XmlParser& self = self_of(user_data);
        self.guarded([&] { self.handler_.instruction(target, data); });
      });
  XML_SetStartNamespaceDeclHandler(
      parser, [](void* user_data, const char* prefix, const char* iri) {
        XmlParser& self = self_of(user_data);
        self.guarded([&] { self.handler_.declare_namespace(view_of(prefix), view_of(iri)); });
      });
}

/// What a document says about itself before its first element: declarations of entities.
void XmlParser::set_document_handlers() {
  XML_ParserStruct* parser = parser_.get();
  XML_SetEntityDeclHandler(parser, [](void* user_data, const char*, int, const char*, int,
                                      const char*, const char*, const char*, const char*) {
    XmlParser& self = self_of(user_data);
    self.guarded([&] {
      if (++self.entity_count_ > kEntityCountMax) {
        throw self.error_here(fmt::format("more than {} entities are declared", kEntityCountMax),
                              ErrorCode::kLimit);
      }
    });
  });
  XML_SetExternalEntityRefHandler(
      parser,
      [](XML_Parser given, const char*, const char*, const char* system_id, const char*) -> int {
        XmlParser& self = self_of(XML_GetUserData(given));
        self.guarded([&] {
          throw self.error_here(
              fmt::format("expected an entity that the document itself declares, "
                          "found the external one '{}', which is not fetched",
                          view_of(system_id)));
        });
        return XML_STATUS_ERROR;
      });
  // What is not declared, where declarations outside the document could have been meant.
  XML_SetSkippedEntityHandler(parser, [](void* user_data, const char* name, int is_parameter) {
    XmlParser& self = self_of(user_data);
    self.guarded([&] {
      if (is_parameter == 0) {
        throw self.error_here(
            fmt::format("expected an entity that the document itself declares, "
                        "found '&{};'; declarations elsewhere are not fetched",
                        name));
      }
    });
  });
}

void XmlParser::start_element(const char* name, const char** attributes) {
  if (++depth_ > kElementDepthMax) {
    throw error_here(fmt::format("elements are nested deeper than {} levels", kElementDepthMax),
                     ErrorCode::kLimit);
  }
  std::vector<XmlAttribute> found;
  for (; attributes[0] != nullptr; attributes += 2) {
    found.push_back({split_name(attributes[0]), attributes[1]});
  }
  handler_.start_element(split_name(name), found);
}

void XmlParser::parse_all(ByteSource& source) {
  std::size_t wanted = kEncodingSize;
  for (bool is_last = false; !is_last;) {
    auto* buffer = static_cast<char*>(XML_GetBuffer(parser_.get(), kBlockSize));
    if (buffer == nullptr) {
      throw std::bad_alloc();
    }
    std::size_t size = 0;
    while (!is_last && size < wanted) {
      const std::size_t more =
          source.read(std::span(buffer, static_cast<std::size_t>(kBlockSize)).subspan(size));
      size += more;
      is_last = more == 0;
    }
    wanted = 1;
    const XML_Status status =
        XML_ParseBuffer(parser_.get(), static_cast<int>(size), is_last ? XML_TRUE : XML_FALSE);
    if (failure_) {
      std::rethrow_exception(std::exchange(failure_, nullptr));
    }
    if (status != XML_STATUS_OK) {
      fail();
    }
  }
}

/// What Expat stands before, as far as it is there.
std::string_view XmlParser::rest() const {
  int offset = 0;
  int size = 0;
  const char* text = XML_GetInputContext(parser_.get(), &offset, &size);
  if (text == nullptr || offset < 0 || offset > size) {
    return {};
  }
  return std::string_view(text, static_cast<std::size_t>(size))
      .substr(static_cast<std::size_t>(offset));
}

void XmlParser::fail() const {
  const XML_Error reason = XML_GetErrorCode(parser_.get());
  if (reason == XML_ERROR_NO_MEMORY) {
    throw std::bad_alloc();
  }
  if (reason == XML_ERROR_AMPLIFICATION_LIMIT_BREACH) {
    throw error_here(fmt::format("the entities of the document make it more than {} times as large",
                                 kEntityExpansionMax),
                     ErrorCode::kLimit);
  }
  throw error_here(explain_xml_error(reason, rest()));
}

Error XmlParser::error_here(const std::string& message, ErrorCode code, std::size_t columns) const {
  const std::size_t line = XML_GetCurrentLineNumber(parser_.get());
  const std::size_t column = XML_GetCurrentColumnNumber(parser_.get());
  return {code, message, Position{line + options_.first_line - 1, column + columns + 1},
          options_.source_name};
}

bool is_readable_xml_name(std::string_view name) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate("UTF-8"), &XML_ParserFree);
  if (!parser) {
    throw std::bad_alloc();
  }
  const std::string document = fmt::format("<{}/>", name);
  return XML_Parse(parser.get(), document.data(), static_cast<int>(document.size()), XML_TRUE) ==
         XML_STATUS_OK;
}

}  // namespace whence::io
