# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'resolution_detail.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QSizePolicy,
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.deadline_course import DeadlineCourse
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.fields.text_area import ReadingArea
from desktop_app.widgets.lists.finding_list import HistoryList
from desktop_app.widgets.style.look import Rule
class Ui_ResolutionDetail(object):
    def setupUi(self, ResolutionDetail):
        if not ResolutionDetail.objectName():
            ResolutionDetail.setObjectName(u"ResolutionDetail")
        ResolutionDetail.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(ResolutionDetail)
        self.column.setSpacing(0)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.head = QHBoxLayout()
        self.head.setSpacing(4)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(8, 10, 18, 2)
        self.name = TextLabel(ResolutionDetail)
        self.name.setObjectName(u"name")

        self.head.addWidget(self.name)

        self.headGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.headGap)

        self.copyText = Button(ResolutionDetail)
        self.copyText.setObjectName(u"copyText")

        self.head.addWidget(self.copyText)

        self.more = Button(ResolutionDetail)
        self.more.setObjectName(u"more")

        self.head.addWidget(self.more)

        self.close = Button(ResolutionDetail)
        self.close.setObjectName(u"close")

        self.head.addWidget(self.close)


        self.column.addLayout(self.head)

        self.stack = QStackedWidget(ResolutionDetail)
        self.stack.setObjectName(u"stack")
        self.whole = QWidget()
        self.whole.setObjectName(u"whole")
        self.wholeColumn = QVBoxLayout(self.whole)
        self.wholeColumn.setSpacing(0)
        self.wholeColumn.setObjectName(u"wholeColumn")
        self.wholeColumn.setContentsMargins(0, 0, 0, 0)
        self.area = ReadingArea(self.whole)
        self.area.setObjectName(u"area")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inner = QWidget()
        self.inner.setObjectName(u"inner")
        self.innerColumn = QVBoxLayout(self.inner)
        self.innerColumn.setSpacing(12)
        self.innerColumn.setObjectName(u"innerColumn")
        self.innerColumn.setContentsMargins(18, 4, 18, 12)
        self.text = TextLabel(self.inner)
        self.text.setObjectName(u"text")

        self.innerColumn.addWidget(self.text)

        self.pills = QWidget(self.inner)
        self.pills.setObjectName(u"pills")

        self.innerColumn.addWidget(self.pills)

        self.ruleFacts = Rule(self.inner)
        self.ruleFacts.setObjectName(u"ruleFacts")

        self.innerColumn.addWidget(self.ruleFacts)

        self.facts = QWidget(self.inner)
        self.facts.setObjectName(u"facts")

        self.innerColumn.addWidget(self.facts)

        self.ruleCourse = Rule(self.inner)
        self.ruleCourse.setObjectName(u"ruleCourse")

        self.innerColumn.addWidget(self.ruleCourse)

        self.courseTitle = TextLabel(self.inner)
        self.courseTitle.setObjectName(u"courseTitle")

        self.innerColumn.addWidget(self.courseTitle)

        self.course = DeadlineCourse(self.inner)
        self.course.setObjectName(u"course")

        self.innerColumn.addWidget(self.course)

        self.ruleHistory = Rule(self.inner)
        self.ruleHistory.setObjectName(u"ruleHistory")

        self.innerColumn.addWidget(self.ruleHistory)

        self.historyHead = QHBoxLayout()
        self.historyHead.setObjectName(u"historyHead")
        self.historyTitle = TextLabel(self.inner)
        self.historyTitle.setObjectName(u"historyTitle")

        self.historyHead.addWidget(self.historyTitle)

        self.historyGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.historyHead.addItem(self.historyGap)

        self.historyCount = TextLabel(self.inner)
        self.historyCount.setObjectName(u"historyCount")

        self.historyHead.addWidget(self.historyCount)


        self.innerColumn.addLayout(self.historyHead)

        self.history = HistoryList(self.inner)
        self.history.setObjectName(u"history")

        self.innerColumn.addWidget(self.history)

        self.innerGap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.innerColumn.addItem(self.innerGap)

        self.area.setWidget(self.inner)

        self.wholeColumn.addWidget(self.area)

        self.ruleFoot = Rule(self.whole)
        self.ruleFoot.setObjectName(u"ruleFoot")

        self.wholeColumn.addWidget(self.ruleFoot)

        self.foot = QHBoxLayout()
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(18, 12, 18, 12)
        self.acts = QWidget(self.whole)
        self.acts.setObjectName(u"acts")

        self.foot.addWidget(self.acts)


        self.wholeColumn.addLayout(self.foot)

        self.stack.addWidget(self.whole)
        self.nothing = EmptyPage()
        self.nothing.setObjectName(u"nothing")
        self.stack.addWidget(self.nothing)

        self.column.addWidget(self.stack)


        self.retranslateUi(ResolutionDetail)
    # setupUi

    def retranslateUi(self, ResolutionDetail):
        pass
    # retranslateUi

