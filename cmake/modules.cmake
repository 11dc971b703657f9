# A module is a folder below src/ and a static library of the same name. A unit test folder
# tests/unit/<module> is one program. Files are found by name, so adding one needs no edit.

# whence_module(rdf PUBLIC lib... PRIVATE lib...)
function(whence_module name)
  cmake_parse_arguments(ARG "" "" "PUBLIC;PRIVATE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/${name}/*.cpp")
  if(sources)
    add_library(whence_${name} STATIC ${sources})
    target_include_directories(whence_${name} PUBLIC "${CMAKE_SOURCE_DIR}/src")
    target_link_libraries(whence_${name} PUBLIC ${ARG_PUBLIC} PRIVATE whence_warnings ${ARG_PRIVATE})
  else()
    add_library(whence_${name} INTERFACE)
    target_include_directories(whence_${name} INTERFACE "${CMAKE_SOURCE_DIR}/src")
    target_link_libraries(whence_${name} INTERFACE ${ARG_PUBLIC})
  endif()
endfunction()

# whence_test(folder lib...): every *.cpp below tests/<folder> becomes the program test_<folder>,
# each of its cases a test of ctest.
function(whence_test folder)
  string(REPLACE "/" "_" name "${folder}")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/${folder}/*.cpp")
  if(NOT sources)
    return()
  endif()
  add_executable(test_${name} ${sources})
  target_include_directories(test_${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  target_link_libraries(test_${name} PRIVATE whence_warnings GTest::gtest GTest::gmock
                        GTest::gtest_main ${ARGN})
  target_compile_definitions(test_${name} PRIVATE
    WHENCE_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
    WHENCE_W3C_DIR="${WHENCE_W3C_DIR}")
  gtest_discover_tests(test_${name} TEST_PREFIX "${name}." NO_PRETTY_VALUES DISCOVERY_TIMEOUT 60
                       PROPERTIES TIMEOUT 300)
endfunction()
