#include "exec/functions/language_tag.h"

#include <gtest/gtest.h>

namespace whence::exec {

namespace {

TEST(LanguageTags, AreEqualWithoutRegardToCase) {
  EXPECT_TRUE(equal_language_tags("en-GB", "EN-gb"));
  EXPECT_FALSE(equal_language_tags("en", "en-GB"));
  EXPECT_FALSE(equal_language_tags("e[", "e{"));
}

// RFC 4647 §3.3.1
TEST(LanguageMatches, WholeSubtags) {
  EXPECT_TRUE(language_matches("de-CH-1996", "de-ch"));
  EXPECT_TRUE(language_matches("de", "de"));
  EXPECT_FALSE(language_matches("deu", "de"));
  EXPECT_FALSE(language_matches("de", "de-CH"));
  EXPECT_FALSE(language_matches("de-Latn-CH", "de-CH"));
  EXPECT_FALSE(language_matches("en", ""));
  EXPECT_TRUE(language_matches("en", "*"));
  EXPECT_FALSE(language_matches("", "*"));
}

}  // namespace

}  // namespace whence::exec
