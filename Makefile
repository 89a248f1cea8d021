# Every target does its own set-up first; the work is in scripts/, one script a target.
.DEFAULT_GOAL := help
.PHONY: help site test lint preview bench clean

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: ## build the website, the leaflets and the referral contract into output/
	@scripts/site

test: ## run the unit tests, then the acceptance tests on a freshly built site
	@scripts/test

lint: ## check format and style of Swift, Python, shell, and what no tracked file may hold
	@scripts/lint

preview: ## show the site on this machine only, each change as it is made (PORT=8000 to choose the port)
	@scripts/preview

bench: ## measure our speed beside that of other tools, in one run
	@scripts/bench

clean: ## remove what was built and set up; the tracked contract and data in output/ stay
	@scripts/clean
