"""The Delivery page: who delivers a service, and whether outcomes go with it."""
