"""The same dataset of payments made by many machines: tasks of Apache Spark over a shared folder.

``cluster`` is the only module that knows Spark. ``tasks`` is what its workers run: the same
functions that the local build runs, over the payments of one file or one council at a time.
``run_folder`` is where they leave what they finish, so that a build that was cut off goes on.
``making`` is the driver's part: the order of the stages, and what needs every council at once.
"""
