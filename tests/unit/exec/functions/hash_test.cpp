// MD5 to SHA512 (SPARQL 1.1 §17.4.6; the digests of "abc" by RFC 1321 and FIPS 180-4).
#include <gtest/gtest.h>

#include "unit/exec/example.h"

namespace whence::exec {

namespace {

class HashFunction : public testing::TestWithParam<Example> {};

TEST_P(HashFunction, HasTheValue) {
  EXPECT_EQ(evaluated(GetParam().expression), GetParam().result);
}

INSTANTIATE_TEST_SUITE_P(
    Examples, HashFunction,
    testing::Values(
        Example{"Md5", "MD5('abc')", "\"900150983cd24fb0d6963f7d28e17f72\""},
        Example{"Md5OfEmpty", "MD5('')", "\"d41d8cd98f00b204e9800998ecf8427e\""},
        Example{"Sha1", "SHA1('abc'^^xsd:string)", "\"a9993e364706816aba3e25717850c26c9cd0d89d\""},
        Example{"Sha256", "SHA256('abc')",
                "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\""},
        Example{"Sha256OfUtf8", "SHA256('\u98DF\u3079\u7269')",
                "\"23ba21e7ed4e975785764eafbfc1414c19ad0a43355d14d99d7903c35d20c2fa\""},
        Example{"Sha384", "SHA384('abc')",
                "\"cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc23"
                "58baeca134c825a7\""},
        Example{"Sha512", "SHA512('abc')",
                "\"ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a8"
                "36ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f\""},
        Example{"OfTagged", "MD5('abc'@en)", "error"}, Example{"OfNumber", "SHA1(1)", "error"},
        Example{"OfIri", "SHA256(:a)", "error"}),
    example_name);

}  // namespace

}  // namespace whence::exec
