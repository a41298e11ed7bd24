# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'task_panel.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QSizePolicy,
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.deadline_course import DeadlineCourse
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.fields.text_area import ReadingArea
from desktop_app.widgets.lists.finding_list import HistoryList
from desktop_app.widgets.shell.action_bar import ActionBar
from desktop_app.widgets.style.look import Rule
class Ui_TaskPanel(object):
    def setupUi(self, TaskPanel):
        if not TaskPanel.objectName():
            TaskPanel.setObjectName(u"TaskPanel")
        TaskPanel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.outer = QVBoxLayout(TaskPanel)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget(TaskPanel)
        self.stack.setObjectName(u"stack")
        self.one = QWidget()
        self.one.setObjectName(u"one")
        self.oneColumn = QVBoxLayout(self.one)
        self.oneColumn.setSpacing(0)
        self.oneColumn.setObjectName(u"oneColumn")
        self.oneColumn.setContentsMargins(0, 0, 0, 0)
        self.area = ReadingArea(self.one)
        self.area.setObjectName(u"area")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidgetResizable(True)
        self.inside = QWidget()
        self.inside.setObjectName(u"inside")
        self.insideColumn = QVBoxLayout(self.inside)
        self.insideColumn.setSpacing(10)
        self.insideColumn.setObjectName(u"insideColumn")
        self.insideColumn.setContentsMargins(16, 8, 16, 16)
        self.headColumn = QVBoxLayout()
        self.headColumn.setSpacing(4)
        self.headColumn.setObjectName(u"headColumn")
        self.headColumn.setContentsMargins(0, 0, 0, 0)
        self.captionLine = QHBoxLayout()
        self.captionLine.setSpacing(8)
        self.captionLine.setObjectName(u"captionLine")
        self.captionLine.setContentsMargins(0, 0, 0, 0)
        self.caption = TextLabel(self.inside)
        self.caption.setObjectName(u"caption")

        self.captionLine.addWidget(self.caption)

        self.close = Button(self.inside)
        self.close.setObjectName(u"close")
        self.close.setProperty(u"kind", u"quiet")
        self.close.setProperty(u"icon_name", u"x")
        self.close.setProperty(u"compact", True)

        self.captionLine.addWidget(self.close)


        self.headColumn.addLayout(self.captionLine)

        self.title = TextLabel(self.inside)
        self.title.setObjectName(u"title")

        self.headColumn.addWidget(self.title)


        self.insideColumn.addLayout(self.headColumn)

        self.pills = QWidget(self.inside)
        self.pills.setObjectName(u"pills")

        self.insideColumn.addWidget(self.pills)

        self.ruleForm = Rule(self.inside)
        self.ruleForm.setObjectName(u"ruleForm")

        self.insideColumn.addWidget(self.ruleForm)

        self.formHolder = QWidget(self.inside)
        self.formHolder.setObjectName(u"formHolder")

        self.insideColumn.addWidget(self.formHolder)

        self.ruleFacts = Rule(self.inside)
        self.ruleFacts.setObjectName(u"ruleFacts")

        self.insideColumn.addWidget(self.ruleFacts)

        self.facts = QWidget(self.inside)
        self.facts.setObjectName(u"facts")

        self.insideColumn.addWidget(self.facts)

        self.ruleCourse = Rule(self.inside)
        self.ruleCourse.setObjectName(u"ruleCourse")

        self.insideColumn.addWidget(self.ruleCourse)

        self.courseTitle = TextLabel(self.inside)
        self.courseTitle.setObjectName(u"courseTitle")

        self.insideColumn.addWidget(self.courseTitle)

        self.course = DeadlineCourse(self.inside)
        self.course.setObjectName(u"course")

        self.insideColumn.addWidget(self.course)

        self.ruleSiblings = Rule(self.inside)
        self.ruleSiblings.setObjectName(u"ruleSiblings")

        self.insideColumn.addWidget(self.ruleSiblings)

        self.siblingsTitle = TextLabel(self.inside)
        self.siblingsTitle.setObjectName(u"siblingsTitle")

        self.insideColumn.addWidget(self.siblingsTitle)

        self.siblings = QWidget(self.inside)
        self.siblings.setObjectName(u"siblings")

        self.insideColumn.addWidget(self.siblings)

        self.ruleHistory = Rule(self.inside)
        self.ruleHistory.setObjectName(u"ruleHistory")

        self.insideColumn.addWidget(self.ruleHistory)

        self.historyTitle = TextLabel(self.inside)
        self.historyTitle.setObjectName(u"historyTitle")

        self.insideColumn.addWidget(self.historyTitle)

        self.history = HistoryList(self.inside)
        self.history.setObjectName(u"history")

        self.insideColumn.addWidget(self.history)

        self.insideGap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.insideColumn.addItem(self.insideGap)

        self.area.setWidget(self.inside)

        self.oneColumn.addWidget(self.area)

        self.ruleActs = Rule(self.one)
        self.ruleActs.setObjectName(u"ruleActs")

        self.oneColumn.addWidget(self.ruleActs)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(16, 10, 16, 10)
        self.acts = ActionBar(self.one)
        self.acts.setObjectName(u"acts")

        self.foot.addWidget(self.acts)

        self.footGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.footGap)


        self.oneColumn.addLayout(self.foot)

        self.stack.addWidget(self.one)
        self.many = QWidget()
        self.many.setObjectName(u"many")
        self.manyColumn = QVBoxLayout(self.many)
        self.manyColumn.setSpacing(12)
        self.manyColumn.setObjectName(u"manyColumn")
        self.manyColumn.setContentsMargins(16, 16, 16, 16)
        self.manyTitle = TextLabel(self.many)
        self.manyTitle.setObjectName(u"manyTitle")

        self.manyColumn.addWidget(self.manyTitle)

        self.manyWhy = TextLabel(self.many)
        self.manyWhy.setObjectName(u"manyWhy")

        self.manyColumn.addWidget(self.manyWhy)

        self.manyHolder = QWidget(self.many)
        self.manyHolder.setObjectName(u"manyHolder")

        self.manyColumn.addWidget(self.manyHolder)

        self.manyFoot = QHBoxLayout()
        self.manyFoot.setSpacing(8)
        self.manyFoot.setObjectName(u"manyFoot")
        self.manyFoot.setContentsMargins(0, 0, 0, 0)
        self.manyActs = ActionBar(self.many)
        self.manyActs.setObjectName(u"manyActs")

        self.manyFoot.addWidget(self.manyActs)

        self.manyFootGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.manyFoot.addItem(self.manyFootGap)


        self.manyColumn.addLayout(self.manyFoot)

        self.manyDone = TextLabel(self.many)
        self.manyDone.setObjectName(u"manyDone")

        self.manyColumn.addWidget(self.manyDone)

        self.manyGap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.manyColumn.addItem(self.manyGap)

        self.stack.addWidget(self.many)
        self.nothing = EmptyPage()
        self.nothing.setObjectName(u"nothing")
        self.stack.addWidget(self.nothing)

        self.outer.addWidget(self.stack)


        self.retranslateUi(TaskPanel)
    # setupUi

    def retranslateUi(self, TaskPanel):
#if QT_CONFIG(accessibility)
        self.close.setAccessibleName(QCoreApplication.translate("TaskPanel", u"\u0628\u0633\u062a\u0646 \u062c\u0632\u0626\u06cc\u0627\u062a", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.close.setToolTip(QCoreApplication.translate("TaskPanel", u"\u0628\u0633\u062a\u0646 \u062c\u0632\u0626\u06cc\u0627\u062a (F9)", None))
#endif // QT_CONFIG(tooltip)
        pass
    # retranslateUi

