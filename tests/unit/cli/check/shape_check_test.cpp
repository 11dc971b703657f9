#include "cli/check/shape_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/cli/temporary_folder.h"

namespace whence::cli {
namespace {

using testing::ElementsAre;

ShapeCoverage coverage_of(const std::string& shapes) {
  const TemporaryFolder folder;
  const std::string path = folder.file("ontology.ttl", R"(
PREFIX :     <http://e/>
PREFIX owl:  <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sh:   <http://www.w3.org/ns/shacl#>
:module a owl:Ontology .
:Claim a owl:Class ; rdfs:isDefinedBy :module .
:Person a owl:Class ; rdfs:isDefinedBy :module .
:Borrowed a owl:Class ; rdfs:isDefinedBy :elsewhere .
[] a owl:Class ; rdfs:isDefinedBy :module .
)" + shapes);
  Database database;
  database.load({{.path = path, .syntax = {}, .base_iri = {}, .graph = {}}});
  return shape_coverage(database);
}

TEST(ShapeCheckTest, ClassesOfTheOntologyNeedAShape) {
  const ShapeCoverage coverage = coverage_of("");
  EXPECT_EQ(coverage.class_count, 2U);
  EXPECT_THAT(coverage.missing, ElementsAre("http://e/Claim", "http://e/Person"));
}

TEST(ShapeCheckTest, ATargetIsAShape) {
  EXPECT_THAT(coverage_of(":s a sh:NodeShape ; sh:targetClass :Claim .").missing,
              ElementsAre("http://e/Person"));
  EXPECT_THAT(coverage_of(":s sh:targetClass :Claim, :Person .").missing, ElementsAre());
  EXPECT_THAT(coverage_of(":s a sh:NodeShape ; sh:targetClass :Claim .\n"
                          ":t a sh:NodeShape ; sh:targetClass :Claim, :Person .")
                  .class_count,
              2U);
}

TEST(ShapeCheckTest, AClassMayBeItsOwnShape) {
  EXPECT_THAT(coverage_of(":Claim a sh:NodeShape .").missing, ElementsAre("http://e/Person"));
}

TEST(ShapeCheckTest, AShapeOfAPropertySaysTooLittle) {
  EXPECT_THAT(coverage_of(":s a sh:PropertyShape ; sh:targetClass :Claim ; sh:path :p .").missing,
              ElementsAre("http://e/Claim", "http://e/Person"));
}

}  // namespace
}  // namespace whence::cli
