#include "rdf/iri.h"

#include <string>

#include <gtest/gtest.h>

namespace whence::rdf {
namespace {

struct Resolution {
  const char* reference;
  const char* expected;
};

class Rfc3986ExampleTest : public testing::TestWithParam<Resolution> {};

TEST_P(Rfc3986ExampleTest, ResolvesAgainstTheBaseOfSection54) {
  EXPECT_EQ(resolve_iri("http://a/b/c/d;p?q", GetParam().reference), GetParam().expected)
      << GetParam().reference;
}

INSTANTIATE_TEST_SUITE_P(
    Section541Normal, Rfc3986ExampleTest,
    testing::Values(Resolution{"g:h", "g:h"}, Resolution{"g", "http://a/b/c/g"},
                    Resolution{"./g", "http://a/b/c/g"}, Resolution{"g/", "http://a/b/c/g/"},
                    Resolution{"/g", "http://a/g"}, Resolution{"//g", "http://g"},
                    Resolution{"?y", "http://a/b/c/d;p?y"}, Resolution{"g?y", "http://a/b/c/g?y"},
                    Resolution{"#s", "http://a/b/c/d;p?q#s"}, Resolution{"g#s", "http://a/b/c/g#s"},
                    Resolution{"g?y#s", "http://a/b/c/g?y#s"}, Resolution{";x", "http://a/b/c/;x"},
                    Resolution{"g;x", "http://a/b/c/g;x"},
                    Resolution{"g;x?y#s", "http://a/b/c/g;x?y#s"},
                    Resolution{"", "http://a/b/c/d;p?q"}, Resolution{".", "http://a/b/c/"},
                    Resolution{"./", "http://a/b/c/"}, Resolution{"..", "http://a/b/"},
                    Resolution{"../", "http://a/b/"}, Resolution{"../g", "http://a/b/g"},
                    Resolution{"../..", "http://a/"}, Resolution{"../../", "http://a/"},
                    Resolution{"../../g", "http://a/g"}));

INSTANTIATE_TEST_SUITE_P(
    Section542Abnormal, Rfc3986ExampleTest,
    testing::Values(
        Resolution{"../../../g", "http://a/g"}, Resolution{"../../../../g", "http://a/g"},
        Resolution{"/./g", "http://a/g"}, Resolution{"/../g", "http://a/g"},
        Resolution{"g.", "http://a/b/c/g."}, Resolution{".g", "http://a/b/c/.g"},
        Resolution{"g..", "http://a/b/c/g.."}, Resolution{"..g", "http://a/b/c/..g"},
        Resolution{"./../g", "http://a/b/g"}, Resolution{"./g/.", "http://a/b/c/g/"},
        Resolution{"g/./h", "http://a/b/c/g/h"}, Resolution{"g/../h", "http://a/b/c/h"},
        Resolution{"g;x=1/./y", "http://a/b/c/g;x=1/y"}, Resolution{"g;x=1/../y", "http://a/b/c/y"},
        Resolution{"g?y/./x", "http://a/b/c/g?y/./x"},
        Resolution{"g?y/../x", "http://a/b/c/g?y/../x"},
        Resolution{"g#s/./x", "http://a/b/c/g#s/./x"},
        Resolution{"g#s/../x", "http://a/b/c/g#s/../x"}, Resolution{"http:g", "http:g"}));

struct BaseResolution {
  const char* base;
  const char* reference;
  const char* expected;
};

class ResolveTest : public testing::TestWithParam<BaseResolution> {};

TEST_P(ResolveTest, KeepsToSection52) {
  const BaseResolution& test = GetParam();
  EXPECT_EQ(resolve_iri(test.base, test.reference), test.expected)
      << test.base << " and " << test.reference;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ResolveTest,
    testing::Values(
        BaseResolution{"http://a", "g", "http://a/g"},           // §5.2.3: an empty base path
        BaseResolution{"http://a?q", "g", "http://a/g"},         //
        BaseResolution{"http://a/b?x/y", "g", "http://a/g"},     // no "/" of the query
        BaseResolution{"urn:ex:a", "b", "urn:b"},                //
        BaseResolution{"urn:ex:a", "#f", "urn:ex:a#f"},          //
        BaseResolution{"file:///a/b/c", "../d", "file:///a/d"},  // an empty authority stays
        BaseResolution{"file:///a/b", "/d", "file:///d"},        //
        BaseResolution{"http://a/b/#old", "", "http://a/b/"},    // the base's fragment goes
        BaseResolution{"http://a/b?", "#x", "http://a/b?#x"},    // an empty query is a query
        BaseResolution{"http://a/b?q", "?", "http://a/b?"},      //
        BaseResolution{"http://a/b", "#", "http://a/b#"},        //
        BaseResolution{"http://a/bb/ccc/../d;p?q", "g", "http://a/bb/g"},
        BaseResolution{"http://a/bb/ccc/..", "g", "http://a/bb/ccc/g"},
        BaseResolution{"http://ex.org/caf\u00E9/x", "../\u65E5\u672C?\u00FC",
                       "http://ex.org/\u65E5\u672C?\u00FC"},
        BaseResolution{"http://a/", "%7Euser/A%2fb", "http://a/%7Euser/A%2fb"}));

TEST(SplitIriTest, TellsAbsentFromEmpty) {
  const IriComponents full = split_iri("http://u@h:1/p/q?a=b#f#g");
  EXPECT_EQ(full.scheme, "http");
  EXPECT_EQ(full.authority, "u@h:1");
  EXPECT_EQ(full.path, "/p/q");
  EXPECT_EQ(full.query, "a=b");
  EXPECT_EQ(full.fragment, "f#g");

  const IriComponents bare = split_iri("http://a?");
  EXPECT_TRUE(bare.has_query);
  EXPECT_EQ(bare.query, "");
  EXPECT_FALSE(bare.has_fragment);
  EXPECT_EQ(bare.path, "");
  EXPECT_FALSE(split_iri("/a:b").has_scheme);
  EXPECT_FALSE(split_iri("a").has_authority);
}

TEST(IsAbsoluteIriTest, WantsAScheme) {
  for (const char* iri : {"http://a", "urn:x", "a+b-c.1:", "Z:"}) {
    EXPECT_TRUE(is_absolute_iri(iri)) << iri;
  }
  for (const char* iri : {"", "a", ":a", "1a:b", "a/b:c", "//a", "\u00E9:x", "a_b:c", "#a:b"}) {
    EXPECT_FALSE(is_absolute_iri(iri)) << iri;
  }
}

TEST(HasOnlyIriCharactersTest, RefusesWhatIrirefRefuses) {
  EXPECT_TRUE(has_only_iri_characters("http://\u00E9/%20?a[1]=(b)#c'd"));
  for (const char c : std::string("<>\"{}|^`\\ \t\n\x01\x1F")) {
    EXPECT_FALSE(has_only_iri_characters(std::string("http://a/") + c)) << c;
  }
  EXPECT_FALSE(has_only_iri_characters(std::string_view("a\0b", 3)));
}

}  // namespace
}  // namespace whence::rdf
