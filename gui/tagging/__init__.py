"""Tags: on notes and on whole articles, with colours; renamed, merged and deleted everywhere."""
