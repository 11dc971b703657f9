#include "exec/functions/character_class.h"

#include <array>
#include <iterator>

#include <fmt/format.h>
#include <unicode/uchar.h>

namespace whence::exec {

namespace {

struct Range {
  UChar32 first;
  UChar32 last;
};

/// XML 1.0 §2.3 [4] NameStartChar.
constexpr std::array kNameStart{
    Range{':', ':'},       Range{'A', 'Z'},       Range{'_', '_'},       Range{'a', 'z'},
    Range{0xC0, 0xD6},     Range{0xD8, 0xF6},     Range{0xF8, 0x2FF},    Range{0x370, 0x37D},
    Range{0x37F, 0x1FFF},  Range{0x200C, 0x200D}, Range{0x2070, 0x218F}, Range{0x2C00, 0x2FEF},
    Range{0x3001, 0xD7FF}, Range{0xF900, 0xFDCF}, Range{0xFDF0, 0xFFFD}, Range{0x10000, 0xEFFFF},
};

/// What [4a] NameChar has besides.
constexpr std::array kNameMore{
    Range{'-', '.'}, Range{'0', '9'}, Range{0xB7, 0xB7}, Range{0x300, 0x36F}, Range{0x203F, 0x2040},
};

icu::UnicodeSet name_start_characters() {
  icu::UnicodeSet set;
  for (const Range& range : kNameStart) {
    set.add(range.first, range.last);
  }
  return set;
}

icu::UnicodeSet name_characters() {
  icu::UnicodeSet set = name_start_characters();
  for (const Range& range : kNameMore) {
    set.add(range.first, range.last);
  }
  return set;
}

icu::UnicodeSet of_categories(std::uint32_t mask) {
  icu::UnicodeSet set;
  UErrorCode error = U_ZERO_ERROR;
  set.applyIntPropertyValue(UCHAR_GENERAL_CATEGORY_MASK, static_cast<std::int32_t>(mask), error);
  return set;
}

}  // namespace

std::optional<icu::UnicodeSet> multi_character_escape(char letter) {
  icu::UnicodeSet set;
  const bool negated = letter >= 'A' && letter <= 'Z';
  switch (negated ? letter - 'A' + 'a' : letter) {
    case 's':
      set.add(' ').add('\t').add('\n').add('\r');
      break;
    case 'd':
      set = of_categories(U_GC_ND_MASK);
      break;
    case 'w':
      set = of_categories(U_GC_P_MASK | U_GC_Z_MASK | U_GC_C_MASK).complement();
      break;
    case 'i':
      set = name_start_characters();
      break;
    case 'c':
      set = name_characters();
      break;
    default:
      return std::nullopt;
  }
  if (negated) {
    set.complement();
  }
  return set;
}

std::optional<icu::UnicodeSet> unicode_property(std::string_view name) {
  constexpr std::string_view kBlockPrefix = "Is";
  constexpr std::string_view kCategories =
      " L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C "
      "Cc "
      "Cf Co Cn ";
  icu::UnicodeSet set;
  UErrorCode error = U_ZERO_ERROR;
  if (name.starts_with(kBlockPrefix)) {
    const std::string block(name.substr(kBlockPrefix.size()));
    const std::int32_t value = u_getPropertyValueEnum(UCHAR_BLOCK, block.c_str());
    if (value == UCHAR_INVALID_CODE) {
      return std::nullopt;
    }
    set.applyIntPropertyValue(UCHAR_BLOCK, value, error);
    return U_SUCCESS(error) ? std::optional(set) : std::nullopt;
  }
  if (name.empty() || name.find(' ') != std::string_view::npos ||
      kCategories.find(fmt::format(" {} ", name)) == std::string_view::npos) {
    return std::nullopt;
  }
  const std::int32_t mask =
      u_getPropertyValueEnum(UCHAR_GENERAL_CATEGORY_MASK, std::string(name).c_str());
  if (mask == UCHAR_INVALID_CODE) {
    return std::nullopt;
  }
  return of_categories(static_cast<std::uint32_t>(mask));
}

std::string to_re2_class(const icu::UnicodeSet& set) {
  icu::UnicodeSet characters(set);
  characters.remove(0xD800, 0xDFFF);
  if (characters.isEmpty()) {
    return "[^\\x{0}-\\x{10FFFF}]";
  }
  std::string text = "[";
  for (std::int32_t i = 0; i < characters.getRangeCount(); ++i) {
    fmt::format_to(std::back_inserter(text), "\\x{{{:X}}}-\\x{{{:X}}}",
                   static_cast<std::uint32_t>(characters.getRangeStart(i)),
                   static_cast<std::uint32_t>(characters.getRangeEnd(i)));
  }
  return text + "]";
}

}  // namespace whence::exec
